import type { Effect } from './ledger';
import { type MemberDesk, pick, someOf } from './member-desk';

/** One mutation, and what it leaves where it is acknowledged. */
export interface Operation {
  kind: string;
  mutation: string;
  input: Record<string, unknown>;
  effects: Effect[];
  /** What it writes into a thread. */
  line?: { conversationId: string; content: string };
  /** How far its member has read then. */
  reading?: { conversationId: string; number: number };
}

type Maker = (desk: MemberDesk) => Operation;

const dayMs = 86_400_000;
const longestBulk = 40;
const priorities = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT'];

const one = (kind: string, mutation: string, input: { id: string }, effects: Omit<Effect, 'conversationId'>[]) => ({
  kind,
  mutation,
  input,
  effects: effects.map((effect) => ({ conversationId: input.id, ...effect })),
});

/** No two alike, so that one that is lost is missed. */
const someDay = (): string => new Date(Date.now() + Math.floor((1 + Math.random() * 300) * dayMs)).toISOString();

const someoneOrNobody = ({ world }: MemberDesk): string | null => (Math.random() < 0.2 ? null : pick(world.members).id);

const assign: Maker = (desk) => {
  const [id, assigneeId] = [desk.conversation(), someoneOrNobody(desk)];
  return one('assign', 'assignConversation', { id, assigneeId } as { id: string }, [
    { field: 'assignee', value: String(assigneeId) },
  ]);
};

const label: Maker = (desk) => {
  const { labelIds } = desk.world;
  const wanted = someOf(labelIds, 0.4);
  const input = { id: desk.conversation(), labelIds: wanted };
  const effects = labelIds.map((labelId) => ({ field: `label ${labelId}`, value: String(wanted.includes(labelId)) }));
  return one('label', 'setConversationLabels', input, effects);
};

const setPriority: Maker = (desk) => {
  const at = Math.floor(Math.random() * priorities.length);
  const input = { id: desk.conversation(), priority: priorities[at] };
  return one('set priority', 'setConversationPriority', input, [{ field: 'priority', value: String(at) }]);
};

const close: Maker = (desk) =>
  one('close', 'closeConversation', { id: desk.conversation() }, [{ field: 'status', value: 'closed' }]);

const reopen: Maker = (desk) =>
  one('reopen', 'reopenConversation', { id: desk.conversation() }, [{ field: 'status', value: 'active' }]);

const snooze: Maker = (desk) => {
  const until = Math.random() < 0.3 ? null : someDay();
  const input = { id: desk.conversation(), until };
  return one('snooze', 'snoozeConversation', input, [{ field: 'status', value: `snoozed ${until}` }]);
};

const write = (
  kind: string,
  mutation: string,
  desk: MemberDesk,
  more: object,
  effect?: Omit<Effect, 'conversationId'>,
) => {
  const conversationId = desk.conversation();
  const content = desk.newContent(kind);
  return {
    kind,
    mutation,
    input: { conversationId, content, idempotencyKey: content, ...more },
    effects: effect ? [{ conversationId, ...effect }] : [],
    line: { conversationId, content },
  };
};

const note: Maker = (desk) => write('note', 'addNote', desk, { mentionedIds: [pick(desk.world.members).id] });

/** Half of them as the web client sends them: only where nobody else has written meanwhile. The first one's is the conversation. */
const answer: Maker = (desk) => {
  const operation = write(
    'answer',
    'sendMessage',
    desk,
    {},
    {
      field: 'assignee',
      value: desk.member.id,
      isConditional: true,
    },
  );
  if (Math.random() < 0.5) return operation;
  const expectedNumber = desk.ledger.lastNumber(operation.line.conversationId);
  return { ...operation, kind: 'answer if alone', input: { ...operation.input, expectedNumber } };
};

/** As a mail gateway hands it in: it reopens whatever is at rest. */
const receive: Maker = (desk) =>
  write('receive', 'sendMessage', desk, { senderType: 'CONTACT' }, { field: 'status', value: 'active' });

const markRead: Maker = (desk) => {
  const id = desk.conversation();
  const number = desk.ledger.lastNumber(id);
  const reading = { conversationId: id, number: Math.max(number, desk.lastRead(id)) };
  const effects = [desk.reading(id, reading.number)];
  return { kind: 'mark read', mutation: 'markConversationRead', input: { id, number }, effects, reading };
};

const markUnread: Maker = (desk) => {
  const id = desk.conversation();
  const number = 1 + Math.floor(Math.random() * Math.max(0, desk.ledger.lastNumber(id) - 1));
  if (desk.ledger.lastNumber(id) === 0) return markRead(desk);
  const reading = { conversationId: id, number: number - 1 };
  const effects = [desk.reading(id, reading.number)];
  return { kind: 'mark unread', mutation: 'markConversationUnread', input: { id, number }, effects, reading };
};

const bulk: Maker = (desk) => {
  const { conversationIds, labelIds } = desk.world;
  const ids = [
    ...new Set(Array.from({ length: 1 + Math.floor(Math.random() * longestBulk) }, () => pick(conversationIds))),
  ];
  const [added, removed] = [pick(labelIds), pick(labelIds)];
  const [assigneeId, until] = [someoneOrNobody(desk), someDay()];
  const { change, effects } = pick([
    { change: { assigneeId }, effects: [{ field: 'assignee', value: String(assigneeId) }] },
    { change: { priority: 'HIGH' }, effects: [{ field: 'priority', value: '3' }] },
    { change: { status: 'CLOSED' }, effects: [{ field: 'status', value: 'closed' }] },
    { change: { status: 'ACTIVE' }, effects: [{ field: 'status', value: 'active' }] },
    {
      change: { status: 'SNOOZED', snoozedUntil: until, assigneeId },
      effects: [
        { field: 'status', value: `snoozed ${until}` },
        { field: 'assignee', value: String(assigneeId) },
      ],
    },
    {
      // What is both put on and taken off is off.
      change: { addLabelIds: [added], removeLabelIds: [removed] },
      effects: [
        ...(added === removed ? [] : [{ field: `label ${added}`, value: 'true' }]),
        { field: `label ${removed}`, value: 'false' },
      ],
    },
  ]);
  return {
    kind: 'change many',
    mutation: 'changeConversations',
    input: { ids, change },
    effects: ids.flatMap((conversationId) => effects.map((effect) => ({ conversationId, ...effect }))),
  };
};

/** By how often each is done. */
const makers: readonly Maker[] = [
  ...[assign, assign, label, label, setPriority, close, close, reopen, snooze, note, note],
  ...[answer, answer, answer, receive, receive, markRead, markRead, markRead, markUnread, bulk, bulk],
];

export const nextOperation = (desk: MemberDesk): Operation => pick(makers)(desk);
