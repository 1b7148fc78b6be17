import { keyOf, ownSchema, type SchemaPart, type SchemaParts } from './describe-schema';
import { type Mending, mendConstraint, mendGrant, mendIndex, nothing, quoted } from './mendings';

/** Where a live schema is not as the migrations make it. The schema stands in it as `{schema}`. */
export interface SchemaDifference extends Mending {
  /** In words, with the names of table and column. */
  what: string;
}

/** What is told of one part: missing (`live` null), too much (`expected` null), or other than expected. */
export function differencesOf(expected: SchemaParts, live: SchemaParts): SchemaDifference[] {
  if (!live.has(keyOf({ kind: 'schema', name: '' }))) return [{ what: 'The schema is missing.', ...nothing }];
  const found: SchemaDifference[] = [];
  for (const [key, part] of expected) {
    const there = live.get(key);
    if (!there) found.push(...missing(part, live));
    else found.push(...changed(part, there));
  }
  for (const [key, part] of live) if (!expected.has(key)) found.push(...extra(part, expected));
  return found;
}

const text = (value: string | boolean | null | undefined): string =>
  value === null || value === undefined ? 'none' : String(value);

/** Of a table that is missing, nothing further is told. */
const isOfMissing = ({ facts }: SchemaPart, live: SchemaParts): boolean =>
  typeof facts['table'] === 'string' && !live.has(keyOf({ kind: 'relation', name: facts['table'] }));

const relationOf = (on: string): string => on.replace(/\(.*$/, '');

function missing(part: SchemaPart, live: SchemaParts): SchemaDifference[] {
  if (isOfMissing(part, live)) return [];
  const { kind, name, facts } = part;
  if (kind === 'grant') {
    const on = text(facts['on']);
    if (on !== 'schema' && !live.has(keyOf({ kind: 'relation', name: relationOf(on) }))) return [];
    return [{ what: `${whoMay(facts)} no longer: the grant on ${on} is missing.`, ...mendGrant(facts, null) }];
  }
  if (kind === 'index')
    return [{ what: `The index ${name} on ${text(facts['table'])} is missing.`, ...mendIndex(part, false) }];
  if (kind === 'constraint')
    return [
      { what: `The constraint ${name} is missing: ${text(facts['definition'])}.`, ...mendConstraint(part, false) },
    ];
  if (kind === 'column') {
    const [type, fallback] = [text(facts['type']), facts['default'] === null ? '' : ` default ${facts['default']}`];
    const sql = `alter table ${ownSchema}.${quoted(facts['table'])} add column ${quoted(facts['column'])} ${type}${fallback}`;
    return [
      { what: `The column ${name} (${type}) is missing, with whatever it held.`, statements: [sql], isSafe: false },
    ];
  }
  if (kind === 'role') return [{ what: 'The role is missing.', ...nothing }];
  return [
    {
      what: `The ${kind === 'relation' ? text(facts['is']) : kind} ${name} is missing, with whatever it held.`,
      ...nothing,
    },
  ];
}

function extra(part: SchemaPart, expected: SchemaParts): SchemaDifference[] {
  const { kind, name, facts } = part;
  const isOfExtra =
    typeof facts['table'] === 'string' && !expected.has(keyOf({ kind: 'relation', name: facts['table'] }));
  if (isOfExtra) return [];
  if (kind === 'grant') {
    const on = text(facts['on']);
    return [{ what: `${whoMay(facts)}, which no migration grants: on ${on}.`, ...mendGrant(null, facts) }];
  }
  const called = kind === 'relation' ? text(facts['is']) : kind;
  return [{ what: `The ${called} ${name} does not belong here; it is left for a person to look at.`, ...nothing }];
}

function changed(expected: SchemaPart, live: SchemaPart): SchemaDifference[] {
  const { kind, name } = expected;
  const facts = Object.keys(expected.facts).filter((fact) => expected.facts[fact] !== live.facts[fact]);
  if (facts.length === 0) return [];
  if (kind === 'grant')
    return [
      {
        what: `${whoMay(live.facts)} on ${text(live.facts['on'])}, expected ${text(expected.facts['privileges'])}.`,
        ...mendGrant(expected.facts, live.facts),
      },
    ];
  if (kind === 'index') {
    const what = facts.includes('definition')
      ? `The index ${name} is another one: ${text(live.facts['definition'])}, expected ${text(expected.facts['definition'])}.`
      : `The index ${name} is not valid, so that no query uses it.`;
    return [{ what, ...mendIndex(expected, true) }];
  }
  if (kind === 'constraint') {
    if (facts.includes('definition'))
      return [
        {
          what: `The constraint ${name} is another one: ${text(live.facts['definition'])}, expected ${text(expected.facts['definition'])}.`,
          ...mendConstraint(expected, true),
        },
      ];
    const sql = `alter table ${ownSchema}.${quoted(expected.facts['table'])} validate constraint ${quoted(expected.facts['constraint'])}`;
    return [
      {
        what: `The constraint ${name} was never checked against the rows that were there.`,
        statements: [sql],
        isSafe: true,
      },
    ];
  }
  return facts.map((fact) => changedFact(expected, live, fact));
}

function changedFact(expected: SchemaPart, live: SchemaPart, fact: string): SchemaDifference {
  const { kind, name, facts } = expected;
  const [was, is] = [text(facts[fact]), text(live.facts[fact])];
  if (fact === 'owner') {
    const target = kind === 'schema' ? `schema ${ownSchema}` : `${text(facts['is'])} ${ownSchema}.${quoted(name)}`;
    const whose = kind === 'schema' ? 'The schema' : `The ${text(facts['is'])} ${name}`;
    return {
      what: `${whose} belongs to ${is}, expected ${was}.`,
      statements: [`alter ${target} owner to ${quoted(was)}`],
      isSafe: true,
    };
  }
  if (kind === 'relation' && fact === 'rowSecurity')
    return { what: `Row security of ${name} is ${is === 'true' ? 'on' : 'off'}.`, ...nothing };
  if (kind !== 'column')
    return { what: `The ${kind}${name && ` ${name}`}: ${fact} is ${is}, expected ${was}.`, ...nothing };
  const column = `alter table ${ownSchema}.${quoted(facts['table'])} alter column ${quoted(facts['column'])}`;
  if (fact === 'notNull') {
    const what = facts[fact]
      ? `The column ${name} may be empty, and must not.`
      : `The column ${name} must not be empty, and may.`;
    return { what, statements: [`${column} ${facts[fact] ? 'set' : 'drop'} not null`], isSafe: true };
  }
  if (fact === 'default') {
    const sql = facts[fact] === null ? `${column} drop default` : `${column} set default ${was}`;
    return { what: `The column ${name} has the default ${is}, expected ${was}.`, statements: [sql], isSafe: true };
  }
  const sql = fact === 'type' ? [`${column} type ${was} using ${quoted(facts['column'])}::${was}`] : [];
  return { what: `The column ${name} has the ${fact} ${is}, expected ${was}.`, statements: sql, isSafe: false };
}

const whoMay = ({ to, privileges }: SchemaPart['facts']): string => {
  const who = to === ownSchema ? "The tenant's own role" : to === 'public' ? 'Everybody' : `The role ${text(to)}`;
  return `${who} may ${text(privileges)}`;
};
