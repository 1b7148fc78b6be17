import type { DBSchema } from 'idb';
import type { CsvFormat } from './csv-format';
import type { Mapping } from './row-input';

/** What an import needs to go on after the page was closed. */
export interface KeptFile {
  importId: string;
  file: Blob;
  format: CsvFormat;
  mapping: Mapping;
  isPaused: boolean;
  keptAt: number;
}

interface Schema extends DBSchema {
  files: { key: string; value: KeptFile };
}

/** Units: milliseconds. */
const keptFor = 7 * 24 * 3_600_000;

async function open() {
  const { openDB } = await import('idb');
  return openDB<Schema>('atrium-imports', 1, {
    upgrade: (created) => void created.createObjectStore('files', { keyPath: 'importId' }),
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

/** Where the browser keeps nothing, the file is asked for again. */
export async function keepFile(kept: Omit<KeptFile, 'keptAt'>): Promise<void> {
  try {
    const database = await open();
    await database.put('files', { ...kept, keptAt: Date.now() });
    database.close();
  } catch {
    // Blocked or full.
  }
}

/** Null for one that is not here. Those of long ago go. */
export async function findFile(importId: string): Promise<KeptFile | null> {
  try {
    const database = await open();
    const all = await database.getAll('files');
    for (const { importId: id, keptAt } of all) if (Date.now() - keptAt > keptFor) await database.delete('files', id);
    database.close();
    return all.find((kept) => kept.importId === importId) ?? null;
  } catch {
    return null;
  }
}
