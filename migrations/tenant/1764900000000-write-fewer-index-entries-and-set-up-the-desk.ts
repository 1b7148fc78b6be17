import type { MigrationInterface, QueryRunner } from 'typeorm';
import { setUpDesk, takeDownDesk } from './statements/desk';
import { setUpGateways, takeDownGateways } from './statements/gateways';
import { setUpNotifications, takeDownNotifications } from './statements/notifications';
import { setUpScheduledMessages, takeDownScheduledMessages } from './statements/scheduled-messages';
import { searchIndex, setUpSearch, takeDownSearch } from './statements/search';

const setUp = [...setUpDesk, ...setUpScheduledMessages, ...setUpNotifications, ...setUpSearch, ...setUpGateways];
const takeDown = [
  ...takeDownGateways,
  ...takeDownSearch,
  ...takeDownNotifications,
  ...takeDownScheduledMessages,
  ...takeDownDesk,
];

/** The expression is that of `contact.search.ts`. */
const searchText = `lower((name || E'\\n' || coalesce(email, '') || E'\\n' || coalesce(metadata->>'company', '')
  || E'\\n' || coalesce(phone_e164, '')) collate "und-x-icu")`;

/**
 * A message writes four index entries less. Conversations in order of the last message are read by status, in order of creation by id,
 * and old events by their numbers; the program of before sorts instead, until it is replaced.
 * All that a contact is searched by is one text: one condition instead of four, which the planner took for so dear to look up that it read
 * the whole table. New contacts wait in a shorter list before they are merged into that index, since each search reads all of the list.
 *
 * And the desk, with its search, and what gateways need, in the same step, since a program serves the version before the newest and none older.
 */
export class WriteFewerIndexEntriesAndSetUpTheDesk1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index conversations_last_message_at_idx`);
    await runner.query(`drop index conversations_created_at_idx`);
    await runner.query(`drop index events_occurred_at_idx`);
    await runner.query(`drop index contacts_search_idx`);
    await runner.query(searchIndex('contacts_search_text_idx', 'contacts', 'id', searchText));
    for (const statement of setUp) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of takeDown) await runner.query(statement);
    await runner.query(`drop index contacts_search_text_idx`);
    await runner.query(
      `create index contacts_search_idx on contacts using gin (
         name public.gin_trgm_ops, email public.gin_trgm_ops, phone_e164 public.gin_trgm_ops, (metadata->>'company') public.gin_trgm_ops)`,
    );
    await runner.query(`create index events_occurred_at_idx on events (occurred_at, seq)`);
    await runner.query(`create index conversations_created_at_idx on conversations (created_at, id)`);
    await runner.query(
      `create index conversations_last_message_at_idx on conversations (coalesce(last_message_at, created_at) desc, id desc)`,
    );
  }
}
