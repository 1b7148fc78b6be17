import { Command } from 'commander';
import { confirm } from '../db-confirm';
import type { DbSession } from '../db-session';
import {
  type ListedAccount,
  listAccounts,
  nameOwner,
  newReset,
  newSignInLink,
  removeSecondStep,
  setOperator,
} from './accounts';
import { inRegistry, say, sayJson } from './command';
import { tableOf } from './table';

export const admin = new Command('admin').description(
  "people's accounts; what is done here stands in the audit log of each company that it touches",
);

admin
  .command('accounts')
  .description('list the accounts, newest first')
  .option('--search <text>', 'only those with this in the address or the name')
  .option('--json', 'for programs')
  .action(({ search, json }: { search?: string; json?: true }) =>
    inRegistry(async ({ tenancy }) => {
      const accounts = await listAccounts(tenancy, search ?? null);
      if (json) return sayJson(accounts);
      say(accounts.length === 0 ? 'There is no such account.' : tableOf(accounts.map(rowOf)));
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

/** Behind `#`, which browsers send to nobody: no server's log has the token. */
const linkIn = ({ env }: DbSession, path: string, token: string): string => `${env.ATRIUM_ORIGIN}${path}#${token}`;

const rowOf = ({ email, name, companies, hasSecondStep, lastUsedAt }: ListedAccount): string[] => [
  email,
  name,
  companies.join(', ') || 'no company',
  hasSecondStep ? 'second step' : '',
  lastUsedAt ? `last seen ${lastUsedAt.slice(0, 10)}` : 'never seen',
];
