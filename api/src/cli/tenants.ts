import 'reflect-metadata';
import { Command } from 'commander';
import { admin } from './tenants/admin';
import { verify } from './tenants/drift';
import { list, migrate, rollback, status } from './tenants/fleet';
import { addLifecycleCommands } from './tenants/lifecycle';
import { move, where } from './tenants/move';
import { prove } from './tenants/proof';
import { addArchiveCommands } from './tenants-archive';

const program = new Command('tenants').description(
  'Steers the companies in the embedded database, or in DATABASE_URL. Ends with 0, with 1 where it failed, with 2 where it failed for some of them.',
);

for (const command of [list, status, migrate, rollback, verify, prove, where, move, admin]) program.addCommand(command);
addLifecycleCommands(program);
addArchiveCommands(program);

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
