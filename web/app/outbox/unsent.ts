import { namePrefix } from './storage';

let isGivenUp = false;

/** Whether the person has said that what is not sent may go: leaving the page then asks no second time. */
export const isUnsentGivenUp = (): boolean => isGivenUp;

export function giveUpUnsent(): void {
  isGivenUp = true;
}

/** How many messages of the person's wait to be sent, in whichever company. None where the browser cannot tell. */
export async function countUnsent(): Promise<number> {
  const databases = (await globalThis.indexedDB?.databases?.().catch(() => [])) ?? [];
  const names = databases.flatMap(({ name }) => (name?.startsWith(namePrefix) ? [name] : []));
  const counts = await Promise.all(names.map((name) => countIn(name).catch(() => 0)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function countIn(name: string): Promise<number> {
  const { openDB } = await import('idb');
  const database = await openDB(name);
  try {
    return await database.count('messages');
  } finally {
    database.close();
  }
}
