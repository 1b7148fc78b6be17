import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { EntityManager } from 'typeorm';
import type { Permission } from '../access/permission';
import { forTenants } from '../database/tables';
import type { RequestContext } from '../graphql/context';
import { type Guards, permissionOf } from '../graphql/guard';
import { type AnsweredRow, KeptParts } from './kept-parts';
import { Pieces } from './pieces';
import type { Reads } from './reads';
import { decidingVariables, rowsOf, type Selection, selectionOf, walk } from './selection';
import { StatementWriter } from './statement';

/** What is remembered. Units: selected fields; characters of statements, of which one has some 2,000. */
const mostSelected = 200_000;
const mostText = 10_000_000;
/** Of one statement: PostgreSQL would plan a larger one for longer than resolvers take. */
const maxFields = 500;

interface KnownDocument {
  id: number;
  deciding: readonly string[];
}

interface KnownSelection {
  id: string;
  /** Null where a field of it says nothing of itself, or where it is too large. */
  selection: Selection | null;
  permissions: readonly Permission[];
}

export interface CompiledRead {
  textFor(manager: EntityManager): string;
  values: readonly unknown[];
  isLong: boolean;
  /** Told of the row that was answered. */
  learn(row: AnsweredRow): void;
}

/** One per server. What it remembers is of documents and the shape of their arguments; of values and tenants, what is kept alone. */
export class ReadCompiler {
  private readonly documents = new WeakMap<DocumentNode, KnownDocument>();
  private readonly selections = new LRUCache<string, KnownSelection>({ maxSize: mostSelected });
  private readonly statements = new LRUCache<string, (manager: EntityManager) => string>({ maxSize: mostText });
  private readonly kept = new KeptParts();
  private lastDocument = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly reads: Reads,
    private readonly guards: Guards,
  ) {}

  /** Null where it cannot be one statement. Errors: as the resolvers have them, of arguments and permissions. */
  compile(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
    context: RequestContext,
  ): CompiledRead | null {
    const { id, selection, permissions } = this.selectionOf(document, operation, variables);
    if (!selection) return null;
    for (const permission of permissions) context.require(permission);
    const { tenant, askerId } = context;
    const may = (permission: Permission) => context.may(permission);
    const pieces = new Pieces(selection, this.reads, { variables, tenant, askerId, may });
    const key = `${id} ${pieces.key}`;
    const textFor = this.textOf(key, selection, pieces);
    const { values, isLong } = pieces;
    if (!pieces.kept) return { textFor, values, isLong, learn: () => undefined };
    const place = `${tenant.id} ${key} ${JSON.stringify(values)}`;
    const known = this.kept.get(place);
    return {
      textFor,
      values: [...values, known?.seq ?? null, known?.parts ?? null],
      isLong: isLong || (pieces.kept.isLong && !known?.isSteady),
      learn: (row) => this.kept.learn(place, row),
    };
  }

  private textOf(key: string, selection: Selection, pieces: Pieces): (manager: EntityManager) => string {
    const known = this.statements.get(key);
    if (known) return known;
    const [seq, parts] = [`$${pieces.values.length + 1}`, `$${pieces.values.length + 2}`] as const;
    const text = new StatementWriter(this.reads, pieces.of, { seq, parts }).statement(selection);
    const textFor = forTenants(text);
    this.statements.set(key, textFor, { size: text.length + key.length });
    return textFor;
  }

  private selectionOf(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
  ): KnownSelection {
    const { id: documentId, deciding } = this.documentOf(document);
    const decided = deciding.map((name) => variables[name]);
    const id = `${documentId} ${operation.name?.value ?? ''} ${decided.join()}`;
    const known = this.selections.get(id);
    if (known) return known;
    const selection = selectionOf(this.schema, document, operation, variables);
    const fields = [...walk(selection)];
    const isOne = fields.length <= maxFields && this.isDescribed(selection, 'Query');
    const found = { id, selection: isOne ? selection : null, permissions: this.permissionsFor(fields) };
    this.selections.set(id, found, { size: isOne ? fields.length + 1 : 1 });
    return found;
  }

  private permissionsFor(fields: Selection): Permission[] {
    const asked = fields.map(({ parent, field }) => field && permissionOf(parent, field as never, this.guards));
    return [...new Set(asked.filter((permission) => permission !== null && permission !== undefined))];
  }

  private isDescribed(selection: Selection, type: string): boolean {
    return selection.every((selected) => {
      if (!selected.field) return true;
      const description = this.reads.fields[`${type}.${selected.field.name}`];
      if (description === undefined) return false;
      if (typeof description === 'string' || description.kind === 'computed') return true;
      return rowsOf(selected, description.kind).every((fields) => this.isDescribed(fields, description.type));
    });
  }

  private documentOf(document: DocumentNode): KnownDocument {
    const known = this.documents.get(document);
    if (known) return known;
    this.lastDocument += 1;
    const found = { id: this.lastDocument, deciding: decidingVariables(document) };
    this.documents.set(document, found);
    return found;
  }
}
