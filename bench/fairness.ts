import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { schemaNameFrom } from '../api/src/tenancy/schema-name';
import type { Orders } from './caller';
import { ask, type Call, failuresOf, percentile, type Tally } from './calls';
import { ApiProcess, type CallerProcess, startCaller } from './children';
import { say, withClient } from './target';
import { webOperation } from './web-operations';
import { createContact, createTenant, sendMessage } from './writers';

export interface FairnessOptions {
  seconds: number;
  rate: number;
  /** Part of a trouble's name: that one alone. */
  only?: string;
}

interface Company {
  id: string;
  schemaName: string;
  calls: { list: Call; search: Call; contact: Call; thread: Call; message: Call; create: Call };
}

interface Trouble {
  what: string;
  call: (beta: Company) => Call;
  inFlight: number;
  /** What is done to beta's tables for that time, and how it is undone. */
  around?: {
    before(client: Client, schema: string): Promise<unknown>;
    after(client: Client, schema: string): Promise<unknown>;
  };
}

/**
 * How many times its quiet 99th percentile a tenant may feel of another one; or how many times what it feels at the same time through a
 * process that serves nobody else, where the generators and the database leave it no more of the cores than that.
 */
const atMostTimes = 2;
const contactsEach = 200;
/** Longer than a statement may take on a lane. Units: seconds. */
const sleepSeconds = 3;

const troubles: Trouble[] = [
  {
    what: '40 requests behind a lock of its own',
    call: ({ calls }) => calls.list,
    inFlight: 40,
    around: {
      before: (client, schema) => client.query(`begin; lock table "${schema}".contacts in access exclusive mode`),
      after: (client) => client.query('rollback'),
    },
  },
  {
    what: `20 searches of ${sleepSeconds} s`,
    call: ({ calls }) => calls.search,
    inFlight: 20,
    around: {
      before: (client, schema) =>
        client.query(`
          alter table "${schema}".contacts rename to contacts_kept;
          create view "${schema}".contacts as
            select kept.* from "${schema}".contacts_kept kept cross join (select pg_sleep(${sleepSeconds})) slow;
          grant select on "${schema}".contacts to "${schema}"`),
      after: (client, schema) =>
        client.query(`drop view "${schema}".contacts; alter table "${schema}".contacts_kept rename to contacts`),
    },
  },
  { what: '500 list requests under way', call: ({ calls }) => calls.list, inFlight: 500 },
  { what: 'an import, 20 contacts under way', call: ({ calls }) => calls.create, inFlight: 20 },
];

/** What one tenant feels of another. Errors: names the goals that were missed. */
export async function measureFairness(databaseUrl: string, options: FairnessOptions): Promise<void> {
  const api = await ApiProcess.start(databaseUrl);
  // A second one on the same database, which beta leaves alone: what alpha feels there is the machine's and the database's part.
  const beside = await ApiProcess.start(databaseUrl);
  const callers: CallerProcess[] = [];
  try {
    const [alpha, beta] = [await newCompany(api.url, 'Alpha'), await newCompany(api.url, 'Beta')];
    const [asAlpha, asBeta] = [await startCaller(), await startCaller()];
    callers.push(asAlpha, asBeta);
    const { list, contact, thread, message } = alpha.calls;
    const steady: Orders = {
      url: api.url,
      tenantId: alpha.id,
      calls: [list, contact, thread, list, thread, message],
      pace: { perSecond: options.rate },
    };
    const measure = async (url = api.url): Promise<Tally> => {
      asAlpha.start({ ...steady, url });
      await sleep(options.seconds * 1_000);
      return asAlpha.stop();
    };

    await measure(beside.url);
    await measure();
    const quiet = [await measure()];
    const rows: Row[] = [];
    await withClient(databaseUrl, async (client) => {
      for (const { what, call, inFlight, around } of troubles.filter(({ what }) => what.includes(options.only ?? ''))) {
        await around?.before(client, beta.schemaName);
        try {
          asBeta.start({ url: api.url, tenantId: beta.id, calls: [call(beta)], pace: { inFlight } });
          const felt = await measure();
          const feltBeside = await measure(beside.url);
          rows.push({ what, alpha: felt, beside: feltBeside, beta: await asBeta.stop() });
        } finally {
          await around?.after(client, beta.schemaName);
        }
      }
    });
    // Before and after, so that what else the machine does falls on both sides of the comparison.
    quiet.push(await measure());
    report(quiet, rows);
  } finally {
    for (const caller of callers) caller.end();
    await Promise.all([api.stop(), beside.stop()]);
  }
}

interface Row {
  what: string;
  alpha: Tally;
  /** Through the process that beta leaves alone. */
  beside: Tally;
  beta: Tally;
}

function report(quiet: Tally[], rows: Row[]): void {
  const latencies = quiet.flatMap((tally) => tally.latencies);
  const base = percentile(latencies, 0.99);
  const times = (values: number[]) =>
    [0.5, 0.95, 0.99].map((share) => percentile(values, share).toFixed(1)).join(' | ');
  say(
    '| beta does | alpha p50, ms | p95 | p99 | p99 : quiet p99 | p99 : p99 beside | alpha failed | beta answered | refused | failed |',
  );
  say('|---|---|---|---|---|---|---|---|---|---|');
  say(`| nothing | ${times(latencies)} | 1.0 | | ${quiet.reduce((sum, tally) => sum + lost(tally), 0)} | | | |`);
  const missed: string[] = quiet.some((tally) => lost(tally) > 0)
    ? ['requests of alpha failed while it was alone']
    : [];
  for (const { what, alpha, beside, beta } of rows) {
    const p99 = percentile(alpha.latencies, 0.99);
    const factor = p99 / base;
    const ofProcess = p99 / percentile(beside.latencies, 0.99);
    const codes = Object.entries(beta.failed).map(([code, count]) => `${count} ${code}`);
    say(
      `| ${what} | ${times(alpha.latencies)} | ${factor.toFixed(1)} | ${ofProcess.toFixed(1)} | ${lost(alpha)} | ${beta.latencies.length} | ${beta.refused} | ${codes.join(', ') || 0} |`,
    );
    if (Math.min(factor, ofProcess) > atMostTimes)
      missed.push(
        `${what}: p99 is ${factor.toFixed(1)} times the quiet one, ${ofProcess.toFixed(1)} times that beside`,
      );
    if (lost(alpha) > 0)
      missed.push(`${what}: ${lost(alpha)} requests of alpha failed ${JSON.stringify(alpha.failed)}`);
    if (beta.refusedSilently > 0) missed.push(`${what}: ${beta.refusedSilently} refusals do not say retryAfterMs`);
  }
  if (missed.length > 0) throw new Error(`Missed:\n${missed.join('\n')}`);
  say(
    `\nNobody's request failed but beta's own, and alpha's p99 stays within ${atMostTimes} times the quiet one, or the one beside.`,
  );
}

const lost = (tally: Tally): number => failuresOf(tally) + tally.refused;

async function newCompany(url: string, name: string): Promise<Company> {
  const registered = await ask(url, undefined, createTenant, { input: { name } });
  const { id } = registered.createTenant.tenant as { id: string };
  const create = (n: number | string) => ({ name: `Person ${n}`, email: `person-${n}@contact.example` });
  let contact = '';
  let conversation = '';
  for (let n = 0; n < contactsEach; n += 1) {
    const made = await ask(url, id, createContact, { input: create(n) });
    contact = made.createContact.contact.id;
    conversation = made.createContact.conversation.id;
  }
  const list = (search: string | null): Call => ({
    query: webOperation('ContactList'),
    variables: { search, filter: null, orderBy: { field: 'LAST_ACTIVITY_AT', direction: 'DESC' } },
  });
  return {
    id,
    schemaName: schemaNameFrom(id),
    calls: {
      list: list(null),
      search: list('person 42'),
      contact: { query: webOperation('ContactPage'), variables: { id: contact } },
      thread: { query: webOperation('Thread'), variables: { id: conversation } },
      message: { query: sendMessage, variables: { input: { conversationId: conversation, content: 'Number %n' } } },
      create: { query: createContact, variables: { input: create('%n') } },
    },
  };
}
