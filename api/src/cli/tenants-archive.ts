import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { emailKeyOf } from '../access/account/accounts';
import { putFile, readFrom } from '../archive/archive-file';
import { ArchiveList } from '../archive/archive-list';
import { cloneCompany } from '../archive/clone';
import { exportArchive } from '../archive/export-archive';
import { importCompany } from '../archive/import-company';
import { openRewind, type Rewind, takeOver } from '../archive/rewind';
import { storeOf } from '../archive/store/store-of';
import { uuidFrom } from '../graphql/text';
import type { Tenancy } from '../tenancy/tenancy';
import type { Tenant } from '../tenancy/tenant';
import { type DbSession, withDatabase } from './db-session';
import { WorkProgress } from './work-progress';

interface Told {
  json?: true;
}

/** What is done with one company whole: out into a file, and in again. */
export function addArchiveCommands(program: Command): void {
  program
    .command('export')
    .description('write one company whole into a file, as it is at one moment, while people work in it')
    .argument('<slug>', "the company's name in addresses, or its id")
    .option('--out <file>', 'where to; a file of that name is replaced once the new one is whole')
    .option('--json', 'for programs')
    .action((slug: string, { out, json }: Told & { out?: string }) =>
      inRegistry(async ({ tenancy }) => {
        const tenant = await requireTenant(tenancy, slug);
        const path = placeOf(out ?? fileNameOf(tenant.slug));
        const progress = new WorkProgress();
        const exported = await putFile(path, (sink) =>
          exportArchive({ tenancy, tenant, sink, report: (done, total) => progress.show(done, total, 'Writing') }),
        ).finally(() => progress.end());
        say(
          json
            ? JSON.stringify({ file: path, ...exported }, null, 2)
            : `${path}: ${exported.rows.toLocaleString('en')} rows, ${exported.bytes.toLocaleString('en')} bytes, checksum ${exported.checksum}`,
        );
      }),
    );

  program
    .command('import')
    .description('bring a company in from such a file, as a new one; a file that is damaged changes nothing')
    .argument('<file>')
    .option('--name <name>', 'what it is called, unless as in the file')
    .option('--owner <email>', 'the account that owns it; without one, name an owner later')
    .option('--json', 'for programs')
    .action((file: string, { name, owner, json }: Told & { name?: string; owner?: string }) =>
      inRegistry(async ({ tenancy }) => {
        const progress = new WorkProgress();
        const imported = await importCompany({
          tenancy,
          source: readFrom(await requireFile(file)),
          name: name ?? null,
          ownerId: owner === undefined ? null : await requireAccount(tenancy, owner),
          report: progress.show,
        }).finally(() => progress.end());
        say(
          json
            ? JSON.stringify(imported, null, 2)
            : `${imported.slug} is there, with ${imported.rows.toLocaleString('en')} rows.`,
        );
      }),
    );

  program
    .command('clone')
    .description('make a sandbox of a company: a copy in which names, addresses, numbers and texts are invented')
    .argument('<slug>', "the company's name in addresses, or its id")
    .requiredOption('--as <name>', 'what the sandbox is called')
    .option('--owner <email>', 'the account that owns it; without one, name an owner later')
    .option('--json', 'for programs')
    .action((slug: string, { as: name, owner, json }: Told & { as: string; owner?: string }) =>
      inRegistry(async ({ tenancy }) => {
        const progress = new WorkProgress();
        const cloned = await cloneCompany({
          tenancy,
          tenant: await requireTenant(tenancy, slug),
          name,
          ownerId: owner === undefined ? null : await requireAccount(tenancy, owner),
          report: progress.show,
        }).finally(() => progress.end());
        say(json ? JSON.stringify(cloned, null, 2) : `${cloned.slug} is there, until ${cloned.endsAt.slice(0, 10)}.`);
      }),
    );

  program
    .command('rewind')
    .description(
      'lay an earlier state beside a company, and tell in what they differ; with --take, contacts become what they were',
    )
    .argument('<slug>', "the company's name in addresses, or its id")
    .requiredOption('--to <archive>', 'the id of one of its archives, or yesterday')
    .option('--take <ids>', 'contacts, by their ids with commas between, or all')
    .option('--json', 'for programs')
    .action((slug: string, { to, take, json }: Told & { to: string; take?: string }) =>
      inRegistry(async ({ tenancy }) => {
        const chosen = take === undefined || take === 'all' ? null : take.split(',').map(requireContactId);
        const tenant = await requireTenant(tenancy, slug);
        const progress = new WorkProgress();
        const report = progress.show;
        const source = storeOf(tenancy).read(await placeOfArchive(tenancy, tenant, to));
        const rewind = await openRewind({ tenancy, tenant, source, report }).finally(() => progress.end());
        const taken =
          take === undefined ? 0 : await takeOver({ tenancy, tenant, report }, rewind.rewindId, chosen, null);
        say(json ? JSON.stringify({ ...rewind, taken }, null, 2) : tellRewind(rewind, taken ?? 0));
      }),
    );
}

/** Of the archive that is named, or of the newest of before today. */
async function placeOfArchive({ budget }: Tenancy, { id, slug }: Tenant, to: string): Promise<string> {
  const archives = new ArchiveList(budget);
  const today = new Date(new Date().setUTCHours(0, 0, 0, 0));
  const known = to === 'yesterday' ? await archives.newestBefore(today, id) : await archives.find(requireUuid(to), id);
  if (!known) throw new Error(`There is no such archive of ${slug}.`);
  return known.place;
}

function requireUuid(text: string): string {
  const uuid = uuidFrom(text);
  if (uuid === null) throw new Error(`--to must be the id of an archive, or yesterday; it is ${text}.`);
  return uuid;
}

function requireContactId(text: string): string {
  const uuid = uuidFrom(text.trim());
  if (uuid === null) throw new Error(`--take must be all, or the ids of contacts with commas between; it is ${text}.`);
  return uuid;
}

/** Said before any work is begun. */
async function requireFile(file: string): Promise<string> {
  const path = placeOf(file);
  await access(path).catch(() => {
    throw new Error(`There is no file ${path}.`);
  });
  return path;
}

function tellRewind({ rewindId, contacts, conversations }: Rewind, taken: number): string {
  const of = ({ added, changed, deleted }: Rewind['contacts']) =>
    `${added} added, ${changed} changed, ${deleted} deleted`;
  return [
    `Since then, of contacts: ${of(contacts)}; of conversations: ${of(conversations)}.`,
    taken > 0
      ? taken === 1
        ? '1 contact is what it was.'
        : `${taken} contacts are what they were.`
      : `The earlier state lies beside it for two days, as ${rewindId}.`,
  ].join('\n');
}

const inRegistry = (work: (session: DbSession) => Promise<void>): Promise<void> =>
  withDatabase(async (session) => {
    await session.tenancy.migrator.migrateRegistry();
    await work(session);
  });

async function requireTenant({ registry }: Tenancy, slug: string): Promise<Tenant> {
  const tenant = await registry.findTenant(slug);
  if (!tenant) throw new Error(`There is no company ${slug} that is in use.`);
  return tenant;
}

async function requireAccount({ budget }: Tenancy, email: string): Promise<string> {
  const [account] = await budget.query<{ id: string }>('select id from public.accounts where email_key = $1', [
    emailKeyOf(email),
  ]);
  if (!account) throw new Error(`There is no account ${email}.`);
  return account.id;
}

/** From where the command was given, which npm tells: it runs in a folder of its own. */
const placeOf = (file: string): string => resolve(process.env['INIT_CWD'] ?? '.', file);

const fileNameOf = (slug: string): string => `${slug}-${new Date().toISOString().slice(0, 10)}.atrium.zst`;

const say = (text: string): void => console.log(text);
