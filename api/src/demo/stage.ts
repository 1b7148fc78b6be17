import { type Hours, hoursBefore, minutesPerWorkingDay, officeHours, officeOpening, wakingHours } from './calendar';
import type { DemoCompany, DemoContact, DemoConversation, DemoMessage } from './demo-company';
import {
  type CompanyScript,
  type LabelScript,
  type PersonScript,
  readScript,
  type Step,
  type TalkScript,
} from './script';
import { deskOf } from './stage-desk';

/** Gives each line of a script its moment, reckoned back from now; the same now gives the same company. */
export function stageCompany({ name, labels, people }: CompanyScript, now: Date): DemoCompany {
  const contacts = people.map((person) => stageContact(person, labels, now));
  return { name, labels: labels.map(({ about, ...label }) => label), contacts };
}

function stageContact(
  { talks, knownForDays = 0, ...person }: PersonScript,
  labels: LabelScript[],
  now: Date,
): DemoContact {
  const conversations = talks
    .map((talk) => stageConversation(talk, person.name, now))
    .map((talk) => ({ ...talk, ...deskOf(talk, labels) }))
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const first = conversations[0];
  if (!first) throw new Error(`expected ${person.name} to have a conversation`);
  const createdAt =
    knownForDays === 0
      ? first.createdAt
      : hoursBefore(first.createdAt, knownForDays * minutesPerWorkingDay, officeHours);
  return { ...person, createdAt, conversations };
}

function stageConversation({ subject, daysAgo, by, script }: TalkScript, who: string, now: Date): Talk {
  const steps = readScript(script);
  const random = randomFrom(`${who} ${subject}`);
  const moments = momentsOf(steps, hoursBefore(now, daysAgo * minutesPerWorkingDay, officeHours), random);
  const openedAt = moments[0] ?? hoursBefore(now, daysAgo * minutesPerWorkingDay, officeHours);
  const createdAt = new Date(openedAt.getTime() - 1_000 * Math.ceil(2 + random() * 40));
  const conversation: Talk = { by, status: 'active', createdAt, updatedAt: createdAt, messages: [] };
  if (subject !== undefined) conversation.subject = subject;
  steps.forEach((step, i) => {
    play(conversation, step, { by, at: momentAt(moments, i), next: steps[i + 1], nextAt: moments[i + 1] ?? now });
  });
  return conversation;
}

/** What is told of it, before anybody has sorted it. */
type Talk = Omit<DemoConversation, 'assignee' | 'priority' | 'labels' | 'waitingSince'>;

interface Scene {
  by: string;
  at: Date;
  next: Step | undefined;
  nextAt: Date;
}

/** The lines that the system writes are those of the API's own status changes. */
function play(conversation: Talk, step: Step, { by, at, next, nextAt }: Scene): void {
  const say = (message: Omit<DemoMessage, 'createdAt'>) => conversation.messages.push({ ...message, createdAt: at });
  const turn = (status: DemoConversation['status'], content: string, author?: string) => {
    conversation.status = status;
    conversation.updatedAt = at;
    delete conversation.snoozedUntil;
    say({ senderType: 'system', content, ...(author !== undefined && { author }) });
  };
  switch (step.kind) {
    case 'user':
      say({ senderType: 'user', senderName: by, author: by, content: step.text });
      break;
    case 'note':
      say({ senderType: 'user', senderName: by, author: by, content: step.text, isNote: true });
      break;
    case 'contact':
      say({ senderType: 'contact', content: step.text });
      if (conversation.status !== 'active') turn('active', 'Reopened by a message from the contact');
      break;
    case 'close':
      turn('closed', 'Conversation closed', by);
      break;
    case 'reopen':
      turn('active', 'Conversation reopened', by);
      break;
    case 'wake':
      turn('active', 'Back from snooze');
      break;
    case 'snooze': {
      const until = next?.kind === 'wake' ? nextAt : officeOpening(nextAt, step.days);
      turn('snoozed', `Snoozed until ${until.toISOString().slice(0, 16).replace('T', ' ')} UTC`, by);
      conversation.snoozedUntil = until;
    }
  }
}

function momentsOf(steps: Step[], last: Date, random: () => number): Date[] {
  const moments: Date[] = [];
  let moment = last;
  for (let i = steps.length - 1; i >= 0; i -= 1) {
    const step = steps[i] as Step;
    const following = steps[i + 1];
    if (following) moment = hoursBefore(moment, waitOf(step, following, random), hoursOf(step));
    if (step.kind === 'wake') moment = officeOpening(moment);
    moments.unshift(moment);
  }
  return moments;
}

/** Minutes between a line and the one before it: people of the company answer within the hour, contacts when they find the time. */
function waitOf(before: Step, step: Step, random: () => number): number {
  if (step.waitMinutes !== null) return step.waitMinutes + random() * 45;
  if (step.kind === 'contact') return before.kind === 'contact' ? 1 + random() * 5 : 9 + random() ** 2 * 600;
  if (step.kind === 'user') return before.kind === 'user' ? 2 + random() * 8 : 5 + random() * 80;
  return step.kind === 'wake' ? 300 : 1 + random() * 4;
}

function hoursOf(step: Step): Hours {
  return step.kind === 'contact' ? wakingHours : officeHours;
}

function momentAt(moments: Date[], i: number): Date {
  const moment = moments[i];
  if (!moment) throw new Error(`expected a moment for line ${i + 1}`);
  return moment;
}

/** Mulberry32, seeded with the text: numbers from 0 up to 1 that look random and are always the same. */
function randomFrom(text: string): () => number {
  let state = [...text].reduce(
    (hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
