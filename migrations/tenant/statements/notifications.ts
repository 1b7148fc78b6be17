/** What members are to be told, a row for each of them. */
export const setUpNotifications: readonly string[] = [
  `create table notifications (
     id uuid constraint notifications_pkey primary key,
     recipient_id uuid not null,
     kind text not null,
     conversation_id uuid not null constraint notifications_conversation_id_fkey references conversations (id) on delete cascade,
     message_id uuid,
     actor_id uuid,
     created_at timestamptz(3) not null,
     is_read boolean not null default false
   )`,
  `create index notifications_recipient_id_idx on notifications (recipient_id, created_at desc, id desc)`,
  `create index notifications_unread_idx on notifications (recipient_id, created_at desc, id desc) where not is_read`,
  // What an event of the log has brought is found by the event's moment.
  `create index notifications_conversation_id_idx on notifications (conversation_id, created_at)`,
  `create table notification_settings (
     member_id uuid constraint notification_settings_pkey primary key,
     on_assigned boolean not null default true,
     on_mentioned boolean not null default true,
     on_replied boolean not null default true,
     on_unassigned boolean not null default false
   )`,
];

export const takeDownNotifications: readonly string[] = [`drop table notification_settings, notifications`];
