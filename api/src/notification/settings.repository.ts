import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';
import type { Due } from '../graphql/feature';
import {
  type NotificationSettings,
  settingsOfEverybody,
  type UpdateNotificationSettingsInput,
} from './notification-settings';

const columns = `on_assigned as "onAssigned", on_mentioned as "onMentioned", on_replied as "onReplied", on_unassigned as "onUnassigned"`;

export async function findSettings(manager: EntityManager, memberId: string): Promise<NotificationSettings> {
  const { notification_settings } = tablesOf(manager);
  const [settings]: NotificationSettings[] = await manager.query(
    `select ${columns} from ${notification_settings} where member_id = $1`,
    [memberId],
  );
  return settings ?? settingsOfEverybody;
}

export async function updateSettings(
  manager: EntityManager,
  memberId: string,
  { onAssigned, onMentioned, onReplied, onUnassigned }: UpdateNotificationSettingsInput,
): Promise<NotificationSettings> {
  const { notification_settings } = tablesOf(manager);
  const given = [onAssigned, onMentioned, onReplied, onUnassigned].map((value) => value ?? null);
  const [settings]: NotificationSettings[] = await manager.query(
    `insert into ${notification_settings} as s (member_id, on_assigned, on_mentioned, on_replied, on_unassigned)
     values ($1, coalesce($2::bool, true), coalesce($3::bool, true), coalesce($4::bool, true), coalesce($5::bool, false))
     on conflict (member_id) do update set on_assigned = coalesce($2, s.on_assigned), on_mentioned = coalesce($3, s.on_mentioned),
       on_replied = coalesce($4, s.on_replied), on_unassigned = coalesce($5, s.on_unassigned)
     returning ${columns}`,
    [memberId, ...given],
  );
  return settings ?? settingsOfEverybody;
}

const atOnce = 1_000;

/** Whoever belongs to the company no longer is told of nothing. */
export async function forgetStrangers({ manager, standingOf }: Due): Promise<void> {
  const { notification_settings } = tablesOf(manager);
  const known: { id: string }[] = await manager.query(
    `select member_id as id from ${notification_settings} order by member_id limit ${atOnce}`,
  );
  const ids = known.map(({ id }) => id);
  const standing = await standingOf(ids, 'conversations:read');
  const strangers = ids.filter((id) => !standing.has(id));
  if (strangers.length === 0) return;
  await manager.transaction((inside) =>
    inside.query(`delete from ${notification_settings} where member_id = any($1::uuid[])`, [strangers]),
  );
}
