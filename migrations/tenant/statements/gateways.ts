/** What programs that bring messages in and take them out know of ours: their own ids, and how far a message has come. */
export const setUpGateways: readonly string[] = [
  `alter table contacts add column external_id text`,
  `alter table conversations add column external_id text`,
  `alter table messages
     add column external_id text,
     add column delivery_state text constraint messages_delivery_state_known check (delivery_state in ('queued', 'sent', 'delivered', 'failed')),
     add column delivery_reason text`,
  // Partial: what comes from nowhere else leaves nothing in them.
  `create unique index contacts_external_id_key on contacts (external_id) where external_id is not null`,
  `create unique index conversations_external_id_key on conversations (external_id) where external_id is not null`,
  `create unique index messages_external_id_key on messages (external_id) where external_id is not null`,
  `create index contacts_phone_e164_idx on contacts (phone_e164) where phone_e164 is not null`,
];

export const takeDownGateways: readonly string[] = [
  `drop index contacts_phone_e164_idx`,
  `alter table messages drop column delivery_reason, drop column delivery_state, drop column external_id`,
  `alter table conversations drop column external_id`,
  `alter table contacts drop column external_id`,
];
