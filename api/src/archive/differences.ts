import type { ClientBase } from 'pg';

export interface Counts {
  added: number;
  changed: number;
  deleted: number;
}

export interface Differences {
  contacts: Counts;
  conversations: Counts;
}

/** Two states of one company, as SQL writes their schemas: as it is, and as it was. */
export interface Sides {
  live: string;
  side: string;
}

/** Whoever was erased for good since does not come back by way of an earlier state. `id`: a column, the contact's. */
export const isErased = (id: string, { live }: Sides): string =>
  `exists (select from ${live}.erasures e where e.contact_id = ${id})`;

/** All of a contact that is the contact's own: its row, labels and notes. Moments of change are no change. */
const contactsOf = (schema: string): string => `
  select c.id, c.id as contact_id, c.name as name, md5(concat_ws('|', (to_jsonb(c) - 'updated_at')::text,
    (select string_agg(l.label_id::text, ',' order by l.label_id) from ${schema}.contact_labels l where l.contact_id = c.id),
    (select string_agg(n.id::text || n.content, ',' order by n.id) from ${schema}.contact_notes n where n.contact_id = c.id))) as digest
  from ${schema}.contacts c`;

/** And of a conversation: its row, labels and messages. */
const conversationsOf = (schema: string): string => `
  select v.id, v.contact_id, coalesce(v.subject, '') as name, md5(concat_ws('|', (to_jsonb(v) - 'updated_at')::text, m.digest,
    (select string_agg(l.label_id::text, ',' order by l.label_id) from ${schema}.conversation_labels l where l.conversation_id = v.id))) as digest
  from ${schema}.conversations v left join (
    select conversation_id, md5(string_agg(md5(to_jsonb(m)::text), ',' order by number)) as digest
    from ${schema}.messages m group by conversation_id) m on m.conversation_id = v.id`;

const differing = (noun: string, { side }: Sides, was: string, is: string): string => `
  with found as materialized (
    select case when was.id is null then 'added' when now.id is null then 'deleted' else 'changed' end as kind,
      coalesce(now.id, was.id) as id, coalesce(now.contact_id, was.contact_id) as contact_id, coalesce(now.name, was.name) as name
    from (${was}) was full join (${is}) now on now.id = was.id
    where now.digest is distinct from was.digest)
  insert into ${side}.differences (noun, kind, id, contact_id, name) select '${noun}', kind, id, contact_id, name from found`;

/** As the company's own role, in one transaction of the caller's: both states are compared, and in what they differ is written down. */
export async function compare(client: ClientBase, sides: Sides): Promise<Differences> {
  const { live, side } = sides;
  await client.query(`delete from ${side}.differences`);
  await client.query(
    differing('contact', sides, `${contactsOf(side)} where not ${isErased('c.id', sides)}`, contactsOf(live)),
  );
  await client.query(
    differing(
      'conversation',
      sides,
      `${conversationsOf(side)} where not ${isErased('v.contact_id', sides)}`,
      conversationsOf(live),
    ),
  );
  const { rows } = await client.query<{ noun: string; kind: keyof Counts; count: number }>(
    `select noun, kind, count(*) as count from ${side}.differences group by 1, 2`,
  );
  const countsOf = (noun: string): Counts => {
    const of = (kind: keyof Counts) => rows.find((row) => row.noun === noun && row.kind === kind)?.count ?? 0;
    return { added: of('added'), changed: of('changed'), deleted: of('deleted') };
  };
  return { contacts: countsOf('contact'), conversations: countsOf('conversation') };
}
