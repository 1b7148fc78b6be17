import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { schemaNameFrom } from '../api/src/tenancy/schema-name';
import { ask, bodyOf, call } from './calls';

export interface Thread {
  tenantId: string;
  conversationId: string;
}

interface Acknowledged extends Thread {
  id: string;
  number: number;
  content: string;
}

export const createTenant = `mutation ($input: CreateTenantInput!) {
  createTenant(input: $input) { tenant { id } userErrors { message } }
}`;
export const createContact = `mutation ($input: CreateContactInput!) {
  createContact(input: $input) { contact { id } conversation { id } userErrors { message } }
}`;
export const sendMessage = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { message { id number } userErrors { message } }
}`;

const tryAgainMs = 100;
const answerWithinMs = 20_000;

/** Two conversations in each of so many companies of their own. */
export async function newThreads(url: string, companies: number): Promise<Thread[]> {
  const threads: Thread[] = [];
  for (let n = 0; n < companies; n += 1) {
    const made = await ask(url, undefined, createTenant, { input: { name: `Writers ${n}` } });
    const tenantId: string = made.createTenant.tenant.id;
    for (let i = 0; i < 2; i += 1) {
      const input = { name: `Reader ${i}`, email: `reader-${i}@contact.example` };
      const { createContact: answer } = await ask(url, tenantId, createContact, { input });
      threads.push({ tenantId, conversationId: answer.conversation.id });
    }
  }
  return threads;
}

export interface Rush {
  /** How many write at a time. */
  count: number;
  /** How many messages each of them sends; without end where nothing is said. */
  messages?: number;
  /** Units: milliseconds between two messages of one of them. */
  pauseMs?: number;
}

/** Each sends one message after the other, under its key, again and again until it is acknowledged: at each attempt to the next of the URLs. */
export class Writers {
  readonly acknowledged: Acknowledged[] = [];
  /** Answers and failures on the way there, by code. */
  readonly retries: Record<string, number> = {};
  private isStopping = false;
  private readonly writing: Promise<unknown>;

  constructor(
    private readonly urls: readonly string[],
    threads: readonly Thread[],
    private readonly rush: Rush,
  ) {
    this.writing = Promise.all(
      Array.from({ length: rush.count }, (_, i) => this.write(threads[i % threads.length] as Thread, i)),
    );
    this.writing.catch(() => undefined);
  }

  /** When each has sent its messages. */
  async done(): Promise<void> {
    await this.writing;
  }

  /** When all is acknowledged that was begun. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.writing;
  }

  private async write(thread: Thread, writer: number): Promise<void> {
    const { messages = Number.POSITIVE_INFINITY, pauseMs = 0 } = this.rush;
    for (let n = 1; !this.isStopping && n <= messages; n += 1) {
      const content = `writer ${writer}, message ${n}`;
      const input = { conversationId: thread.conversationId, content, idempotencyKey: `${writer}-${n}` };
      const { id, number } = await this.until(
        thread.tenantId,
        bodyOf({ query: sendMessage, variables: { input } }),
        writer + n,
      );
      this.acknowledged.push({ ...thread, id, number, content });
      if (pauseMs > 0) await sleep(pauseMs);
    }
  }

  private async until(tenantId: string, body: string, first: number): Promise<{ id: string; number: number }> {
    for (let attempt = first; ; attempt += 1) {
      const url = this.urls[attempt % this.urls.length] as string;
      let reason: string;
      try {
        const { data, errors } = await call(url, tenantId, body, answerWithinMs);
        const payload = data?.sendMessage;
        if (payload?.message) return payload.message;
        reason = errors[0]?.extensions.code ?? `refused: ${JSON.stringify(payload?.userErrors)}`;
      } catch (error) {
        reason = (error as NodeJS.ErrnoException).code ?? String(error);
      }
      this.retries[reason] = (this.retries[reason] ?? 0) + 1;
      await sleep(tryAgainMs);
    }
  }
}

/** Sentences about messages that are lost, doubled, or numbered with gaps; none where all is well. */
export async function faultsOfThreads(
  client: Client,
  threads: readonly Thread[],
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const { tenantId, conversationId } of threads) {
    const schema = schemaNameFrom(tenantId);
    const { rows: stored } = await client.query<{ id: string; number: number; content: string }>(
      `select id, number, content from "${schema}".messages where conversation_id = $1 order by number`,
      [conversationId],
    );
    const { rows } = await client.query(`select message_count as count from "${schema}".conversations where id = $1`, [
      conversationId,
    ]);
    const where = `in conversation ${conversationId}`;
    const gap = stored.findIndex(({ number }, i) => number !== i + 1);
    if (gap >= 0) faults.push(`number ${gap + 1} is missing ${where}`);
    if (rows[0].count !== stored.length)
      faults.push(`${rows[0].count} messages are counted, ${stored.length} stored ${where}`);
    const byContent = new Map<string, typeof stored>();
    for (const row of stored) byContent.set(row.content, [...(byContent.get(row.content) ?? []), row]);
    for (const [content, same] of byContent) {
      if (same.length > 1) faults.push(`"${content}" is stored ${same.length} times ${where}`);
    }
    const own = acknowledged.filter((message) => message.conversationId === conversationId);
    for (const { id, number, content } of own) {
      const kept = byContent.get(content)?.[0];
      if (kept?.id !== id || kept.number !== number)
        faults.push(`"${content}" was acknowledged and is not stored ${where}`);
    }
    if (own.length < stored.length) faults.push(`${stored.length - own.length} stored, never acknowledged ${where}`);
  }
  return faults;
}
