import type { Actor } from '../access/actor';
import { describeSystemLine } from './system-line';

const ada: Actor = { __typename: 'Account', id: 'ada', name: 'Ada $1 Lovelace' };

test.each([
  ['Conversation closed', ada, 'ben', 'Ada $1 Lovelace closed the conversation'],
  ['Conversation reopened', ada, 'ada', 'You reopened the conversation'],
  ['Snoozed until 2026-11-24 09:00 UTC', ada, 'ada', 'You snoozed the conversation until 2026-11-24 09:00 UTC'],
  ['Conversation closed', null, 'ada', 'Conversation closed (before sign-in)'],
  ['Back from snooze', null, 'ada', 'Back from snooze'],
  ['Reopened by a message from the contact', ada, 'ben', 'Reopened by a message from the contact'],
  ['Delivered to the mail server', ada, 'ben', 'Ada $1 Lovelace: Delivered to the mail server'],
  ['Delivered to the mail server', null, 'ben', 'Delivered to the mail server'],
])('%j says who did it', (content, author, viewerId, line) => {
  expect(describeSystemLine(content, author, viewerId)).toBe(line);
});
