import { rmSync } from 'node:fs';
import { archiveFolder, testDatabase } from './test-database';

export default async function stopDatabase(): Promise<void> {
  if (!testDatabase.running) return;
  const { folder, server } = testDatabase.running;
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(archiveFolder(), { recursive: true, force: true });
}
