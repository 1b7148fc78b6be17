/** A test that breaks a rule to see what comes of it writes this into its statement. */
export const onPurpose = '/* on purpose */';

const rules: [pattern: RegExp, why: string][] = [
  [
    /\bas\s+(?:(?:not\s+)?materialized\s+)?\(\s*(?:insert|update|delete)\b/i,
    'a CTE that writes: Citus takes none on tenants’ tables',
  ],
  [
    /^\s*insert\s+into\b(?![\s\S]*\bfrom\s+unnest\b)[^(]*(?:\([^)]*\))?\s*select\b/i,
    'a bare INSERT … SELECT: Citus needs a materialized CTE',
  ],
  [/^\s*set\s+(?!local\b)/i, 'SET for the whole session: the next user of the connection would inherit it'],
  [
    /set_config\([^)]*,\s*false\s*\)/i,
    'set_config for the whole session: the next user of the connection would inherit it',
  ],
  [
    /\bon\s+conflict\b[\s\S]*\bwhere\b[\s\S]*\bnow\(\)/i,
    'now() in ON CONFLICT … WHERE: Citus takes the moment as a parameter only',
  ],
];

/** Null, or which rule the statement breaks. The rules are those under which the same build runs on Citus and behind PgBouncer. */
export function brokenRule(text: string): string | null {
  if (text.includes(onPurpose)) return null;
  return rules.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Every statement that the suite runs goes through here. Errors: the rule, with the statement. */
export function requireAllowed({ text, role }: { text: string; role: string | undefined }): void {
  const broken = role === undefined && !/^\s*set\b|set_config/i.test(text) ? null : brokenRule(text);
  if (broken) throw new Error(`expected a statement that runs on every engine, got ${broken}:\n${text}`);
}
