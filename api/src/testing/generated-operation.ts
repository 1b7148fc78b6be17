import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { EnumName, generatedValue, type ValuePool } from './generated-values';
import { Chance, seededRandom } from './seeded-random';

type Field = GraphQLField<unknown, unknown>;

export interface GeneratedOperation {
  query: string;
  variables: Record<string, unknown>;
}

const maxAliases = 25;
const maxDepth = 6;

/** Which fields of a type may be asked for. */
export type Offer = (type: string, field: string) => boolean;

/** A valid query of random form: aliases, fragments, directives, variables with and without defaults, fields asked for twice. */
export function generateOperation(
  schema: GraphQLSchema,
  { seed, pool, offers }: { seed: number; pool: ValuePool; offers: Offer },
): GeneratedOperation {
  return new Generator(schema, new Chance(seededRandom(seed)), pool, offers).operation();
}

class Generator {
  private readonly definitions: string[] = [];
  private readonly fragments: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  private aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly chance: Chance,
    private readonly pool: ValuePool,
    private readonly offers: Offer,
  ) {}

  operation(): GeneratedOperation {
    const selection = this.selection('Query', 0);
    const head = this.definitions.length > 0 ? `(${this.definitions.join(', ')})` : '';
    return { query: [`query Q${head} ${selection}`, ...this.fragments].join('\n'), variables: this.variables };
  }

  private selection(typeName: string, depth: number): string {
    const parts = this.parts(typeName, depth);
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  }

  private parts(typeName: string, depth: number): string[] {
    const type = this.schema.getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`expected fields of ${typeName}`);
    const isShallow = (field: Field) => depth < maxDepth || !isCompositeType(getNamedType(field.type));
    const offered = Object.values(type.getFields()).filter(
      (field) => this.offers(typeName, field.name) && isShallow(field),
    );
    // However many fields a type comes to have, some six are asked for.
    const share = Math.min(Math.max(20, 60 - 10 * depth), 600 / offered.length);
    const fields = this.chance
      .some(offered, typeName === 'Query' ? 30 : share)
      .map((field) => this.field(field, depth));
    const parts = fields.flatMap((field) => (this.chance.percent(5) ? [field, field] : [field]));
    if (this.chance.percent(10)) parts.push(`__typename${this.directive()}`);
    if (depth < maxDepth && this.chance.percent(20)) parts.push(this.fragment(this.narrowed(typeName), depth));
    return parts;
  }

  /** The type itself; of an interface, at times one of those behind it. */
  private narrowed(typeName: string): string {
    const type = this.schema.getType(typeName);
    if (!isAbstractType(type) || this.chance.percent(30)) return typeName;
    return this.chance.one(this.schema.getPossibleTypes(type)).name;
  }

  private fragment(typeName: string, depth: number): string {
    const selection = this.selection(typeName, depth + 1);
    if (this.chance.percent(20)) return `...${this.directive()} ${selection}`.replace('...', `... on ${typeName}`);
    if (this.chance.percent(40)) return `... on ${typeName}${this.directive()} ${selection}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${typeName} ${selection}`);
    return `...${name}${this.directive()}`;
  }

  /** With arguments under a name of its own, so that no two of a selection contradict each other. */
  private field(field: Field, depth: number): string {
    const args = this.aliases < maxAliases ? this.args(field) : this.args(field, 0);
    const head = `${this.alias(args !== '' || this.chance.percent(10))}${field.name}${args}`;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return `${head}${this.directive()}`;
    const once = `${head}${this.directive()} ${this.selection(type.name, depth + 1)}`;
    return this.chance.percent(10) ? `${once} ${head} ${this.selection(type.name, depth + 1)}` : once;
  }

  private alias(isWanted: boolean): string {
    if (!isWanted || this.aliases >= maxAliases * 2) return '';
    this.aliases += 1;
    return `x${this.aliases}: `;
  }

  private args(field: Field, share = 35): string {
    const given = field.args.filter(
      ({ type, defaultValue }) => (isNonNullType(type) && defaultValue === undefined) || this.chance.percent(share),
    );
    if (given.length === 0) return '';
    return `(${given.map((arg) => `${arg.name}: ${this.argument(arg, field.name)}`).join(', ')})`;
  }

  private argument(arg: GraphQLArgument, field: string): string {
    const value = generatedValue(this.chance, this.pool, arg, field);
    if (this.chance.percent(50)) return literal(value);
    const name = `v${this.definitions.length}`;
    const isDefault = value !== null && this.chance.percent(25);
    this.definitions.push(`$${name}: ${arg.type}${isDefault ? ` = ${literal(value)}` : ''}`);
    if (!isDefault) this.variables[name] = value;
    return `$${name}`;
  }

  private directive(): string {
    if (this.chance.percent(90)) return '';
    const name = this.chance.one(['skip', 'include']);
    if (this.chance.percent(50)) return ` @${name}(if: ${this.chance.percent(50)})`;
    const variable = `v${this.definitions.length}`;
    this.definitions.push(`$${variable}: Boolean!`);
    this.variables[variable] = this.chance.percent(50);
    return ` @${name}(if: $${variable})`;
  }
}

function literal(value: unknown): string {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${literal(inner)}`)
      .join(', ')} }`;
  }
  return JSON.stringify(value);
}
