import type { EntityManager } from 'typeorm';
import type { Tenancy } from '../tenancy';
import type { Tenant } from '../tenant';
import { attemptsAt, listForeignObjects, tryEach } from './proof-attempts';
import { readRights } from './proof-rights';

export interface Breach {
  statement: string;
  /** What the server answered instead of 42501: its SQLSTATE with its words. */
  answer: string;
}

/** What one tenant's role reached of everybody else's at that moment. No other tenant's name stands in it: they are numbered. */
export interface Proof {
  provedAt: string;
  /** The tenant's own, under which all was tried. */
  role: string;
  server: string;
  /** Of others, in which each table was tried. */
  schemas: number;
  statements: number;
  /** With 42501. */
  refused: number;
  breaches: Breach[];
  /** How often each statement was tried, with what it names left out. */
  forms: { form: string; count: number }[];
}

export interface ProveOptions {
  /** In how many schemas of others each table is tried, drawn at random; the registry always is. */
  sample: number;
  onProgress?(done: number, total: number): void;
  signal?: AbortSignal;
}

export interface Proved {
  proof: Proof;
  /** For whoever operates the deployment: the same breaches with the names of the schemas, and whose rights were read beside the attempts. */
  named: Breach[];
  rightsRead: number;
}

/** A transaction of the tenant's ends within 10 s. */
const statementsAtOnce = 1_000;

/** That the tenant's role can do nothing with anybody else's schema, nor with the registry: by real statements, and by reading all rights. */
export async function prove(
  tenancy: Tenancy,
  { schemaName: role }: Pick<Tenant, 'schemaName'>,
  { sample, onProgress = () => undefined, signal }: ProveOptions,
): Promise<Proved> {
  const provedAt = new Date().toISOString();
  const { drawn, objects, rights, server } = await tenancy.migrator.looking(async (runner) => {
    const rows: { name: string }[] = await runner.query(
      'select schema_name as name from public.tenants where schema_name <> $1 order by random() limit $2',
      [role, sample],
    );
    const names = rows.map(({ name }) => name);
    const [version]: { server: string }[] = await runner.query('select version() as server');
    return {
      drawn: names,
      objects: await listForeignObjects(runner, ['public', ...names]),
      rights: await readRights(runner, role),
      server: version?.server ?? '',
    };
  });
  const statements = objects.flatMap(attemptsAt);
  const manager = await tenancy.managerOf({ schemaName: role });
  const named: Breach[] = rights.open.map(({ schemaName, what }) => ({
    statement: `-- the rights in ${schemaName}`,
    answer: `the role ${what}`,
  }));
  let refused = 0;
  for (let from = 0; from < statements.length; from += statementsAtOnce) {
    signal?.throwIfAborted();
    const answers = await attempt(manager, statements.slice(from, from + statementsAtOnce));
    refused += answers.refused;
    named.push(...answers.others);
    onProgress(Math.min(from + statementsAtOnce, statements.length), statements.length);
  }
  const hide = numbering(role, drawn);
  const breaches = named.map(({ statement, answer }) => ({ statement: hide(statement), answer: hide(answer) }));
  const forms = formsOf(statements);
  const proof = {
    provedAt,
    role,
    server,
    schemas: drawn.length,
    statements: statements.length,
    refused,
    breaches,
    forms,
  };
  return { proof, named, rightsRead: rights.read };
}

/** As a request's transaction: under the tenant's role, set for that transaction alone. */
async function attempt(manager: EntityManager, statements: string[]): Promise<{ refused: number; others: Breach[] }> {
  return manager.transaction(async (inside) => {
    await inside.query(`select set_config('atrium.attempts', $1, true)`, [JSON.stringify(statements)]);
    await inside.query(tryEach);
    const [row]: { answers: string }[] = await inside.query(`select current_setting('atrium.answers') as answers`);
    return JSON.parse(row?.answers ?? '{}') as { refused: number; others: Breach[] };
  });
}

const schemaNames = /t_[a-z0-9]{26}/g;

/** The same schema has the same number all through a proof, and another one in the next. */
function numbering(own: string, drawn: readonly string[]): (text: string) => string {
  const numbers = new Map(drawn.map((name, index) => [name, index + 1]));
  return (text) =>
    text.replaceAll(schemaNames, (name) => {
      if (name === own) return name;
      numbers.set(name, numbers.get(name) ?? numbers.size + 1);
      return `company_${numbers.get(name)}`;
    });
}

function formsOf(statements: readonly string[]): Proof['forms'] {
  const counts = new Map<string, number>();
  for (const statement of statements) {
    const form = statement
      .replace(/("[^"]+"|[\w$]+)\.("[^"]+"|[\w$]+)/, '<schema>.<name>')
      .replace(/ set \S+ =/, ' set <column> =')
      .replace(/null::.*\)$/, '…)');
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts].map(([form, count]) => ({ form, count })).sort((a, b) => b.count - a.count);
}
