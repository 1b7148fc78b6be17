import { ownSchema, type SchemaPart } from './describe-schema';

/** What would mend a difference, and whether it can lose nothing, so that it may be done unasked. */
export interface Mending {
  /** One after the other; none where only a person can say. */
  statements: string[];
  isSafe: boolean;
}

export const nothing: Mending = { statements: [], isSafe: false };

/** For names, which migrations wrote, or whoever was at work in the schema. */
export const quoted = (name: string | boolean | null | undefined): string => `"${String(name).replaceAll('"', '""')}"`;

export function mendIndex({ name, facts }: SchemaPart, isThere: boolean): Mending {
  const drop = isThere ? [`drop index ${ownSchema}.${quoted(name)}`] : [];
  return { statements: [...drop, String(facts['definition'])], isSafe: true };
}

/** The rows that are there are checked after it holds for new ones, so that writers wait for less; where they break it, nothing is changed. */
export function mendConstraint({ facts }: SchemaPart, isThere: boolean): Mending {
  const table = `alter table ${ownSchema}.${quoted(facts['table'])}`;
  const [name, definition] = [quoted(facts['constraint']), String(facts['definition'])];
  const drop = isThere ? [`${table} drop constraint ${name}`] : [];
  const canComeLater = /^(CHECK|FOREIGN KEY)/.test(definition);
  return {
    statements: canComeLater
      ? [...drop, `${table} add constraint ${name} ${definition} not valid`, `${table} validate constraint ${name}`]
      : [...drop, `${table} add constraint ${name} ${definition}`],
    isSafe: true,
  };
}

type Facts = SchemaPart['facts'];

/** A right that is missing is given. One that is too much is taken away unasked where it opens the schema to another tenant, or to all. */
export function mendGrant(expected: Facts | null, live: Facts | null): Mending {
  const { on, to } = (expected ?? live) as Facts;
  const [wanted, there] = [privilegesOf(expected), privilegesOf(live)];
  const [more, less] = [wanted.filter((each) => !there.includes(each)), there.filter((each) => !wanted.includes(each))];
  const [who, what] = [roleOf(to), targetOf(String(on))];
  const columns = columnsOf(String(on));
  const listed = (privileges: string[]) => privileges.map((each) => `${each}${columns}`).join(', ');
  const statements = [
    ...(less.length > 0 ? [`revoke ${listed(less.map(withoutOption))} on ${what} from ${who}`] : []),
    ...(more.length > 0 ? [`grant ${listed(more)} on ${what} to ${who}`] : []),
  ];
  const isForeign = to === 'public' || /^t_[a-z0-9]{26}$/.test(String(to));
  return { statements, isSafe: less.length === 0 || isForeign || to === ownSchema };
}

const privilegesOf = (facts: Facts | null): string[] => (facts ? String(facts['privileges']).split(', ') : []);
const withoutOption = (privilege: string): string => privilege.replace(' with grant option', '');
const roleOf = (to: string | boolean | null | undefined): string =>
  to === 'public' || to === ownSchema ? String(to) : quoted(to);
const targetOf = (on: string): string =>
  on === 'schema' ? `schema ${ownSchema}` : `${ownSchema}.${quoted(on.replace(/\(.*$/, ''))}`;
const columnsOf = (on: string): string => {
  const column = /\((.*)\)$/.exec(on)?.[1];
  return column === undefined ? '' : ` (${quoted(column)})`;
};
