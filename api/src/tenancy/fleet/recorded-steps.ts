import type { QueryRunner } from 'typeorm';
import type { Migration } from './migration-list';

/**
 * What the steps send, in their order, so that a tenant gets all of it without waiting for each answer.
 * Null where that depends on more than the steps themselves: on an answer, on values, or on anything of the runner but `query`.
 */
export async function recordSteps(steps: readonly Migration[]): Promise<string[] | null> {
  const texts: string[] = [];
  const query = async (text: string, values?: unknown[]) => {
    if (values && values.length > 0) throw new NotRecordable();
    texts.push(text);
    return unread;
  };
  const runner = new Proxy({ query } as QueryRunner, {
    get: (target, name) => (name === 'query' ? target.query : refuse()),
  });
  try {
    for (const { migration } of steps) await migration.up(runner);
    return texts;
  } catch (error) {
    if (error instanceof NotRecordable) return null;
    throw error;
  }
}

/** Whether tables may come of it, to which rights have to be given. An index is none. */
export const createsMore = (texts: readonly string[]): boolean =>
  texts.some((text) => /\bcreate\b(?!\s+(unique\s+)?index\b)/i.test(text));

class NotRecordable extends Error {}

function refuse(): never {
  throw new NotRecordable();
}

/** Stands for an answer. A promise asks whether it is one itself. */
const unread: unknown = new Proxy([], { get: (_, name) => (name === 'then' ? undefined : refuse()) });
