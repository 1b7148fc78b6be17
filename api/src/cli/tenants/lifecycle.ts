import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { verifyReceipt } from '../../tenancy/lifecycle/receipt';
import { Receipts } from '../../tenancy/lifecycle/receipts';
import { confirm } from '../db-confirm';
import type { DbSession } from '../db-session';
import { inRegistry, say, sayJson } from './command';
import { type Company, LifecycleCommands } from './lifecycle-commands';

interface Options {
  json?: true;
  yes?: true;
}

/** What happens to one company, from its registration to the receipt of its end. */
export function addLifecycleCommands(program: Command): void {
  const command = (name: string, description: string): Command =>
    program.command(name).description(description).option('--json', 'for programs');
  const ofCompany = (name: string, description: string): Command =>
    command(name, description).argument('<company>', 'its name in addresses, or its id');

  command('create', 'register a company')
    .argument('<name>')
    .option('--owner <email>', 'whose it is; without an account, they get an invitation')
    .action((name: string, { owner, json }: Options & { owner?: string }) =>
      withCommands(async (commands, { env }) => {
        const { company, token } = await commands.create(name, owner ?? null);
        const link = token === null ? null : `${env.ATRIUM_ORIGIN}/invitation#${token}`;
        if (json) return sayJson({ ...company, invitation: link });
        say(`${company.name} is at /tenant/${company.slug}.`);
        if (link) say(`${owner} has no account yet. This link, good for a week, makes them the owner:\n${link}`);
      }),
    );

  ofCompany('rename', 'change what a company is called; its address before leads on')
    .argument('<name>')
    .option('--slug <slug>', 'its name in addresses; without it, made from the name')
    .action((company: string, name: string, { slug, json }: Options & { slug?: string }) =>
      withCommands(async (commands) => {
        const renamed = await commands.rename(company, name, slug ?? null);
        report(json, renamed, `It is called ${renamed.name}, at /tenant/${renamed.slug}.`);
      }),
    );

  ofCompany('suspend', 'close a company to its members, who are told the reason')
    .requiredOption('--reason <text>', 'a sentence for its members')
    .action((company: string, { reason, json }: Options & { reason: string }) =>
      withCommands(async (commands) =>
        report(json, await commands.suspend(company, reason), `${company} is suspended: ${reason}`),
      ),
    );

  ofCompany('resume', 'open a suspended company again').action((company: string, { json }: Options) =>
    withCommands(async (commands) => report(json, await commands.resume(company), `${company} is in use again.`)),
  );

  ofCompany('delete', 'close a company, and drop it when its grace period is over')
    .option('--now', 'drop it now; what was cut off goes on')
    .option('--yes', 'do not ask')
    .action((company: string, { now, json, yes }: Options & { now?: true }) =>
      withCommands(async (commands, { place }) => {
        const { name, slug } = await commands.require(company);
        const what = `This deletes ${name} (${slug}) in ${place}`;
        await confirm(`${what}${now ? ' for good, now' : ', which can be taken back for a while'}.`, yes ?? false);
        if (!now) {
          const closed = await commands.delete(company);
          return report(json, closed, `${name} is closed. It is dropped at ${closed.statusUntil}.`);
        }
        const receipt = await commands.deleteNow(company, ({ what, count }) => {
          if (!json) say(`${what}: ${count}`);
        });
        if (json) return sayJson(receipt);
        say(`${name} is dropped. Its receipt: npm run tenants -- receipt ${receipt.company.id}`);
      }),
    );

  ofCompany('restore', 'take a deletion back, within its grace period').action((company: string, { json }: Options) =>
    withCommands(async (commands) => {
      const restored = await commands.restore(company);
      report(json, restored, `${company} is ${restored.status === 'active' ? 'in use again' : restored.status}.`);
    }),
  );

  addReceiptCommands(program, ofCompany);
}

function addReceiptCommands(program: Command, ofCompany: (name: string, description: string) => Command): void {
  ofCompany('receipt', 'the signed receipt of a company that was dropped, as JSON').action((company: string) =>
    inRegistry(async ({ tenancy }) => {
      const document = await new Receipts(tenancy).find(company);
      if (document === null) throw new Error(`No company ${company} was dropped.`);
      say(document);
    }),
  );

  program
    .command('key')
    .description('the public key by which receipts of this deployment are verified')
    .action(() => inRegistry(async ({ tenancy }) => say((await new Receipts(tenancy).publicKey()).trim())));

  program
    .command('verify-receipt')
    .description('whether a receipt is as it was signed')
    .argument('<file>')
    .option('--key <file>', 'the public key, instead of asking the database for it')
    .option('--json', 'for programs')
    .action(async (file: string, { key, json }: Options & { key?: string }) => {
      const document = await readFile(file, 'utf8');
      if (key !== undefined) return tellVerified(document, await readFile(key, 'utf8'), json);
      await inRegistry(async ({ tenancy }) => tellVerified(document, await new Receipts(tenancy).publicKey(), json));
    });
}

function tellVerified(document: string, publicKey: string, json: true | undefined): void {
  const { company, droppedAt, removed } = verifyReceipt(document, publicKey);
  const rows = removed.tables.reduce((sum, { rows }) => sum + rows, 0);
  const sentence = `${company.name} (${company.slug}) was dropped at ${droppedAt}, with ${removed.tables.length} tables of ${rows} rows`;
  if (json) sayJson({ isValid: true, company, droppedAt });
  else say(`The signature is right: ${sentence}.`);
}

const withCommands = (work: (commands: LifecycleCommands, session: DbSession) => Promise<void>): Promise<void> =>
  inRegistry((session) => work(new LifecycleCommands(session.tenancy, session.env), session));

const report = (json: true | undefined, company: Company, sentence: string): void =>
  json ? sayJson(company) : say(sentence);
