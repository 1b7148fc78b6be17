import type { EntityManager } from 'typeorm';
import { columnsOf } from '../database/columns';
import { countUpTo } from '../database/count-up-to';
import { type Sql, sqlOf, tablesOf } from '../database/tables';
import type { Due } from '../graphql/feature';
import type { PageRequest, Position } from '../graphql/pagination';
import { isUuid } from '../graphql/text';
import { Notification } from './notification';
import type { MarkNotificationsReadInput } from './notification.inputs';
import { forgetStrangers } from './settings.repository';

/** Of `notifications nt`. */
const columns = columnsOf(Notification, 'nt');

export interface Asked {
  recipientId: string;
  isUnread: boolean | null;
}

export const positionOfNotification = ({ createdAt, id }: Notification): Position => ({ key: createdAt, id });

/** The statement of a page, newest first: the columns, of `notifications nt`. */
export function notificationPage(sql: Sql, asked: Asked, page: PageRequest, selected: string): string {
  const conditions = conditionsOf(sql, asked);
  if (page.after)
    conditions.push(
      `(nt.created_at, nt.id) < (${sql.bind(page.after.key)}::timestamptz, ${sql.bind(page.after.id)}::uuid)`,
    );
  return `select ${selected} from ${sql.tables.notifications} nt where ${conditions.join(' and ')}
     order by nt.created_at desc, nt.id desc limit ${page.size + 1}`;
}

export const notificationCount = (sql: Sql, asked: Asked, atMost: number | null): string =>
  countUpTo(
    `select 1 from ${sql.tables.notifications} nt where ${conditionsOf(sql, asked).join(' and ')}`,
    atMost,
    sql.bind,
  );

const conditionsOf = ({ bind }: Sql, { recipientId, isUnread }: Asked): string[] => [
  `nt.recipient_id = ${bind(recipientId)}::uuid`,
  ...(isUnread === null ? [] : [isUnread ? 'not nt.is_read' : 'nt.is_read']),
];

export function listNotifications(manager: EntityManager, asked: Asked, page: PageRequest): Promise<Notification[]> {
  const values: unknown[] = [];
  return manager.query(notificationPage(sqlOf(tablesOf(manager), values), asked, page, columns), values);
}

export async function countNotifications(manager: EntityManager, asked: Asked, atMost: number | null): Promise<number> {
  const values: unknown[] = [];
  const text = notificationCount(sqlOf(tablesOf(manager), values), asked, atMost);
  const [row]: { count: number }[] = await manager.query(text, values);
  return row?.count ?? 0;
}

/** Answers what it has changed, and how many are left. */
export async function markRead(
  manager: EntityManager,
  recipientId: string,
  { ids }: MarkNotificationsReadInput,
): Promise<{ markedIds: string[]; unreadNotificationCount: number }> {
  const { notifications } = tablesOf(manager);
  const [some, values] = ids ? ['and id = any($2::uuid[])', [ids.filter(isUuid)]] : ['', []];
  const [marked]: [{ id: string }[], number] = await manager.query(
    `update ${notifications} set is_read = true where recipient_id = $1 and not is_read ${some} returning id`,
    [recipientId, ...values],
  );
  const unreadNotificationCount = await countNotifications(manager, { recipientId, isUnread: true }, null);
  return { markedIds: marked.map(({ id }) => id), unreadNotificationCount };
}

/** What was written with an event: in its conversation, at its moment. */
export interface Moment {
  conversationId: string;
  at: string;
}

export function findAt(manager: EntityManager, moments: readonly Moment[]): Promise<Notification[]> {
  const { notifications } = tablesOf(manager);
  return manager.query(
    `select ${columns} from unnest($1::uuid[], $2::timestamptz[]) as asked(conversation_id, at)
     join ${notifications} nt on nt.conversation_id = asked.conversation_id and nt.created_at = asked.at`,
    [moments.map(({ conversationId }) => conversationId), moments.map(({ at }) => at)],
  );
}

const dayMs = 86_400_000;
const keepForMs = 90 * dayMs;
const mostOfRecipient = 1_000;

/** Removes what is older than 90 days, and what is more than 1,000 of one member. Answers when the next is due; null where nothing is left. */
export async function purgeNotifications(due: Due): Promise<Date | null> {
  const { manager, now } = due;
  const { notifications } = tablesOf(manager);
  await manager.transaction(async (inside) => {
    await inside.query(`delete from ${notifications} where created_at < $1`, [new Date(now.getTime() - keepForMs)]);
    await inside.query(
      `delete from ${notifications} where id in (
         select id from (
           select id, row_number() over (partition by recipient_id order by created_at desc, id desc) as nth from ${notifications}) ranked
         where nth > ${mostOfRecipient})`,
    );
  });
  await forgetStrangers(due);
  const [left]: { oldest: string | null }[] = await manager.query(
    `select min(created_at) as oldest from ${notifications}`,
  );
  if (!left?.oldest) return null;
  return new Date(Math.ceil((Date.parse(left.oldest) + keepForMs + 1) / dayMs) * dayMs);
}
