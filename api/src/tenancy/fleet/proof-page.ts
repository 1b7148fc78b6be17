import type { Proof } from './proof';
import { tryEach } from './proof-attempts';

const counted = (count: number): string => count.toLocaleString('en-GB');

/** For whoever audits: what was tried, what came of it, what it does not say, and how to do it again. Markdown, complete in itself. */
export function proofPage({ provedAt, role, server, schemas, statements, refused, breaches, forms }: Proof): string {
  const isClosed = breaches.length === 0;
  return `# Proof of isolation

| | |
|---|---|
| When | ${provedAt} |
| Database role | \`${role}\` |
| Server | ${server} |
| Schemas of other companies in which every table was tried | ${counted(schemas)} |
| Statements tried | ${counted(statements)} |
| Refused with SQLSTATE 42501, insufficient privilege | ${counted(refused)} |
| Anything else | ${counted(breaches.length)} |

**${isClosed ? 'The role reached nothing of any other company, and nothing of the registry.' : 'The role reached what is not its own. This deployment is not isolated.'}**

## What was done

All of one company's requests run in PostgreSQL under one role, which has rights on the tables of one schema. Under that role, set in the way
in which it is set for each request, the statements below were run for real: on every table, sequence and function of the registry (the schema
\`public\`), and of ${counted(schemas)} schemas of other companies, drawn at random and numbered here. Each was taken back, whatever came of it.
Beside that, the rights of all schemas were read from the server's catalog: what is granted to the role or to everybody, what it owns, and
of which other roles it is a member.

| Statement | Tried |
|---|---|
${forms.map(({ form, count }) => `| \`${form.replaceAll('|', '\\|')}\` | ${counted(count)} |`).join('\n')}

## What was not refused

${isClosed ? 'Nothing.' : breaches.map(({ statement, answer }) => `- \`${statement.replaceAll('`', "'")}\`: ${answer}`).join('\n')}

## What this does not say

It is true of the moment above. It is about the database: what the program itself answers to whom is tested apart. The process that serves
requests may take any company's role, one transaction at a time; each statement goes to the server alone and with its values apart from its
text, so that no text from outside can change the role.

## To repeat it

As the role that serves requests, in \`psql\`, on the same database. Any statements can stand in the list.

\`\`\`sql
begin;
set local role "${role}";
select set_config('atrium.attempts', (
  select jsonb_agg(format('select * from %I.%I limit 1', n.nspname, c.relname))::text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname <> '${role}' and (n.nspname ~ '^t_[a-z0-9]{26}$' or n.nspname = 'public')), true);
${tryEach};
select current_setting('atrium.answers');
rollback;
\`\`\`
`;
}
