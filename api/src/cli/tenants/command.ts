import { InvalidArgumentError } from 'commander';
import { type DbSession, withDatabase } from '../db-session';

/** What a program that starts this one can tell from its end; 0 is all well, 1 that nothing could be done. */
export const someFailed = 2;

/** With the registry's tables as this program knows them. `jobs`: how many tenants are worked on at a time. */
export const inRegistry = (work: (session: DbSession) => Promise<void>, jobs?: number): Promise<void> =>
  withDatabase(
    async (session) => {
      await session.tenancy.migrator.migrateRegistry();
      await work(session);
    },
    jobs === undefined ? {} : { ownerTransactions: jobs },
  );

export const say = (text: string): void => console.log(text);

export const sayJson = (value: unknown): void => say(JSON.stringify(value, null, 2));

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d{1,9}$/.test(text) || number < 1) throw new InvalidArgumentError('Expected a whole number from 1.');
  return number;
}

export function percent(text: string): number {
  const number = Number(text);
  if (!/^\d{1,3}(\.\d+)?$/.test(text) || number > 100)
    throw new InvalidArgumentError('Expected a number from 0 to 100.');
  return number;
}

/** `--tenant acme --tenant globex`. */
export const collect = (text: string, before: string[] = []): string[] => [...before, text];

/** As people read it: `12,345`. */
export const counted = (count: number): string => count.toLocaleString('en-GB');

export const companies = (count: number): string => (count === 1 ? '1 company' : `${counted(count)} companies`);
