import 'reflect-metadata';
import { Command } from 'commander';
import {
  type ListedAccount,
  listAccounts,
  nameOwner,
  newReset,
  newSignInLink,
  removeSecondStep,
  setOperator,
} from './admin-commands';
import { confirm } from './db-confirm';
import { type DbSession, withDatabase } from './db-session';

const program = new Command('tenants').description(
  'Steers the companies in the embedded database, or in DATABASE_URL.',
);

const admin = program
  .command('admin')
  .description("people's accounts; what is done here stands in the audit log of each company that it touches");

admin
  .command('accounts')
  .description('list the accounts, newest first')
  .option('--search <text>', 'only those with this in the address or the name')
  .option('--json', 'for programs')
  .action(({ search, json }: { search?: string; json?: true }) =>
    inRegistry(async ({ tenancy }) => {
      const accounts = await listAccounts(tenancy, search ?? null);
      say(json ? JSON.stringify(accounts, null, 2) : tableOf(accounts));
    }),
  );

admin
  .command('reset-password')
  .description('a link, good for an hour and once, by which somebody chooses a new password')
  .argument('<email>')
  .action((email: string) =>
    inRegistry(async (session) => say(linkIn(session, '/reset-password', await newReset(session.tenancy, email)))),
  );

admin
  .command('sign-in-link')
  .description('a link, good for 15 minutes and once, that signs somebody in past password and second step')
  .argument('<email>')
  .action((email: string) =>
    inRegistry(async (session) => say(linkIn(session, '/sign-in/link', await newSignInLink(session.tenancy, email)))),
  );

admin
  .command('remove-second-step')
  .description('for who has lost both the authenticator app and the recovery codes')
  .argument('<email>')
  .option('--yes', 'do not ask')
  .action((email: string, { yes }: { yes?: true }) =>
    inRegistry(async ({ tenancy, place }) => {
      await confirm(`This lets ${email} in with the password alone, in ${place}.`, yes ?? false);
      await removeSecondStep(tenancy, email);
      say(`${email} signs in with the password alone.`);
    }),
  );

admin
  .command('owner')
  .description('name the first owner of a company that has none')
  .argument('<slug>', "the company's name in addresses")
  .argument('<email>')
  .action((slug: string, email: string) =>
    inRegistry(async (session) => {
      const token = await nameOwner(session.tenancy, slug, email);
      say(
        token === null
          ? `${email} owns ${slug}.`
          : `${email} has no account yet. This link, good for a week, makes them the owner:\n${linkIn(session, '/invitation', token)}`,
      );
    }),
  );

admin
  .command('operator')
  .description('let an account steer the deployment, which opens no company to it')
  .argument('<email>')
  .option('--revoke', 'take that away')
  .action((email: string, { revoke }: { revoke?: true }) =>
    inRegistry(async ({ tenancy }) => {
      await setOperator(tenancy, email, !revoke);
      say(revoke ? `${email} no longer steers the deployment.` : `${email} steers the deployment, at /operator.`);
    }),
  );

/** With the registry's tables as this program knows them. */
const inRegistry = (work: (session: DbSession) => Promise<void>): Promise<void> =>
  withDatabase(async (session) => {
    await session.tenancy.migrator.migrateRegistry();
    await work(session);
  });

/** Behind `#`, which browsers send to nobody: no server's log has the token. */
const linkIn = ({ env }: DbSession, path: string, token: string): string => `${env.ATRIUM_ORIGIN}${path}#${token}`;

const say = (text: string): void => console.log(text);

function tableOf(accounts: readonly ListedAccount[]): string {
  if (accounts.length === 0) return 'There is no such account.';
  const rows = accounts.map(({ email, name, companies, hasSecondStep, lastUsedAt }) => [
    email,
    name,
    companies.join(', ') || 'no company',
    hasSecondStep ? 'second step' : '',
    lastUsedAt ? `last seen ${lastUsedAt.toISOString().slice(0, 10)}` : 'never seen',
  ]);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
