import type { Client } from 'pg';
import { bodyOf, call } from '../calls';
import type { DeskWorld, Member } from './world';

const inboxCounts = `{ inboxCounts { mine unassigned waiting unread open snoozed closed labels { label { id } count } } }`;

/** By other ways than the program takes: who waits is read from the thread, and what is unread is counted line by line. */
const counted = `
  select count(*) filter (where status = 'active' and assignee_id = $1)::int as mine,
    count(*) filter (where status = 'active' and assignee_id is null)::int as unassigned,
    count(*) filter (where status in ('active', 'snoozed') and (
      select sender_type from messages m where m.conversation_id = v.id and sender_type in ('contact', 'user') and not is_note
      order by number desc limit 1) = 'contact')::int as waiting,
    count(*) filter (where status = 'active' and exists (
      select from messages m where m.conversation_id = v.id and number > coalesce((
        select number from conversation_reads where conversation_id = v.id and reader_id = $1), 0)))::int as unread,
    count(*) filter (where status = 'active')::int as open,
    count(*) filter (where status = 'snoozed')::int as snoozed,
    count(*) filter (where status = 'closed')::int as closed
  from conversations v`;

const countedLabels = `
  select label_id as id, count(*)::int as count from conversation_labels
  where conversation_id in (select id from conversations where status = 'active') group by label_id`;

/** Of every member, at every process: views and labels that say another number than the tables. The tenant's schema is in the search path. */
export async function faultsOfCounts(client: Client, urls: readonly string[], world: DeskWorld): Promise<string[]> {
  const faults: string[] = [];
  const { rows: labels } = await client.query<{ id: string; count: number }>(countedLabels);
  for (const member of world.members) {
    const { rows } = await client.query(counted, [member.id]);
    const expected = { ...rows[0], ...Object.fromEntries(labels.map(({ id, count }) => [id, count])) };
    for (const url of urls) {
      const told = await countsOf(url, world, member);
      for (const [view, count] of Object.entries(told))
        if (count !== (expected[view] ?? 0))
          faults.push(`${view} of ${member.name} is told as ${count}, and the tables have ${expected[view] ?? 0}`);
    }
  }
  return faults;
}

async function countsOf(url: string, { tenantId }: DeskWorld, { headers }: Member): Promise<Record<string, number>> {
  const { data, errors } = await call(url, tenantId, bodyOf({ query: inboxCounts, variables: {} }), undefined, headers);
  if (!data) throw new Error(`expected counts, got ${JSON.stringify(errors)}`);
  const { labels, ...views } = data.inboxCounts;
  const ofLabels = labels.map(({ label, count }: { label: { id: string }; count: number }) => [label.id, count]);
  return { ...views, ...Object.fromEntries(ofLabels) };
}
