import type { Client } from 'pg';
import { withClient } from '../target';
import { differencesOf, type Leaves, leavesOf, withoutNews } from './compare';
import type { Answer } from './contender';
import type { Running } from './running';
import type { Ask, Workload } from './workloads';
import type { World } from './world';

/** Answers how many leaves are the same. Errors: where two contenders do not say the same, or have not stored the same. */
export async function requireAgreement(
  databaseUrl: string,
  world: World,
  contenders: readonly Running[],
  workload: Workload,
): Promise<number> {
  return await withClient(databaseUrl, async (client) => {
    await client.query(`set search_path = "${world.schema}", public; set timezone = 'UTC'`);
    const faults: string[] = [];
    let first: { name: string; leaves: Leaves } | undefined;
    for (const [i, running] of contenders.entries()) {
      const said = await saidBy(client, world, running, workload, i);
      const name = running.contender.name;
      if (!first) first = { name, leaves: said };
      else
        faults.push(
          ...differencesOf(first.leaves, said).map(
            (fault) => `${workload.name}, ${name} against ${first?.name}: ${fault}`,
          ),
        );
    }
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return first?.leaves.size ?? 0;
  });
}

async function saidBy(client: Client, world: World, running: Running, workload: Workload, i: number): Promise<Leaves> {
  if (!workload.isWrite) return leavesOf(await answerOf(running, world, workload, workload.askOf(world, 0)));
  return workload.key === 'send'
    ? sent(client, world, running, workload, i)
    : created(client, world, running, workload);
}

/** Sent twice under one key: the second time nothing is written, and the first message is answered. */
async function sent(client: Client, world: World, running: Running, workload: Workload, i: number): Promise<Leaves> {
  const id = world.writable[i] as string;
  const ask = { id, content: 'Is it the same?', key: `queries-agree-${Date.now()}-${i}` };
  const before = await lastSeq(client);
  const answer = await answerOf(running, world, workload, ask);
  const again = await answerOf(running, world, workload, ask);
  const { rows } = await client.query(
    `select row_to_json(m) as message, (select row_to_json(v) from (select v.id, v.message_count, v.last_message_at as "lastMessageAt") v) as conversation,
       (select last_activity_at from contact_activity a where a.contact_id = v.contact_id) as "lastActivityAt",
       (select json_agg(k.result_id) from idempotency_keys k where k.operation = 'sendMessage' and k.key = $2) as keys
     from conversations v cross join lateral (
       select id, conversation_id, number, sender_type, sender_id, content, created_at as "createdAt", author_id
       from messages where conversation_id = v.id order by number desc limit 1) m
     where v.id = $1`,
    [id, ask.key],
  );
  const leaves = leavesOf({
    answer,
    isRepeated: again.message.id === answer.message.id,
    stored: rows,
    events: await eventsAfter(client, before),
  });
  return withoutNews(leaves, new Set([world.actorId]));
}

async function created(client: Client, world: World, running: Running, workload: Workload): Promise<Leaves> {
  const ask = { name: 'Nora Newcomer', email: 'newcomer@queries.example', phone: `+49 30 3000000` };
  const before = await lastSeq(client);
  const answer = await answerOf(running, world, workload, ask);
  const { rows } = await client.query(
    `select to_jsonb(c) as contact, a.last_activity_at as "lastActivityAt", to_jsonb(v) as conversation
     from contacts c join contact_activity a on a.contact_id = c.id join conversations v on v.contact_id = c.id where c.id = $1`,
    [answer.contact.id],
  );
  await client.query('delete from contacts where id = $1', [answer.contact.id]);
  const stored = JSON.parse(JSON.stringify(rows).replaceAll('_at"', 'At"'));
  return withoutNews(leavesOf({ answer, stored, events: await eventsAfter(client, before) }), new Set([world.actorId]));
}

async function lastSeq(client: Client): Promise<number> {
  const { rows } = await client.query('select last_seq from event_counter');
  return Number(rows[0].last_seq);
}

async function eventsAfter(client: Client, seq: number): Promise<unknown[]> {
  const { rows } = await client.query(
    `select (seq - $1)::int as nth, type, subject_id, parent_id, occurred_at as "occurredAt", actor_id from events where seq > $1 order by seq`,
    [seq],
  );
  return JSON.parse(JSON.stringify(rows));
}

async function answerOf({ contender, url }: Running, world: World, { key }: Workload, ask: Ask): Promise<Answer> {
  const { method, path, headers = {}, body } = contender.requestOf(world, key, ask);
  const response = await fetch(`${url}${path}`, { method, headers, body: body ?? null });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`expected an answer from ${contender.name}, got ${response.status} ${text.slice(0, 1_000)}`);
  return contender.dataOf(key, JSON.parse(text), world);
}
