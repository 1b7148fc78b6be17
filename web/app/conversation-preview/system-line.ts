import { type Actor, beforeSignIn, nameOfActor } from '../access/actor';

/** The lines that Atrium writes for somebody, and how they read with a name. */
const deeds: readonly (readonly [line: RegExp, deed: string])[] = [
  [/^Conversation closed$/, 'closed the conversation'],
  [/^Conversation reopened$/, 'reopened the conversation'],
  [/^Snoozed until (.+)$/, 'snoozed the conversation until $1'],
];
/** What came by itself, or by the contact: whoever made the request did not do it. */
const nobodys = new Set(['Back from snooze', 'Reopened by a message from the contact']);

/** What happened to a conversation, and who did it: "Ada closed the conversation". */
export function describeSystemLine(content: string, author: Actor | null, viewerId: string | undefined): string {
  if (nobodys.has(content)) return content;
  const [line, deed] = deeds.find(([pattern]) => pattern.test(content)) ?? [];
  if (author === null) return line ? `${content} (${beforeSignIn.toLowerCase()})` : content;
  const name = nameOfActor(author, viewerId);
  // A function, since a `$` in a name would otherwise be read as a reference.
  return line && deed
    ? content.replace(line, (_, until) => `${name} ${deed.replace('$1', () => until)}`)
    : `${name}: ${content}`;
}
