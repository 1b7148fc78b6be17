import { e164From, isEmail } from '../graphql/text';
import { demoCompanies } from './demo-companies';
import type { DemoConversation } from './demo-company';

/** A Monday at noon, a Sunday night, the turn of a year, and a leap day. */
const moments = ['2026-11-23T12:00:00Z', '2026-11-22T03:00:00Z', '2027-01-01T00:00:00Z', '2028-02-29T16:30:00Z'].map(
  (text) => new Date(text),
);

const sixWeeksMs = 45 * 86_400_000;

const statusLines =
  /^(Conversation closed|Conversation reopened|Back from snooze|Reopened by a message from the contact|Snoozed until .+ UTC)$/;

function statusAfter({ messages }: DemoConversation): string {
  const last = messages.filter(({ senderType }) => senderType === 'system').at(-1)?.content ?? '';
  return last.startsWith('Snoozed') ? 'snoozed' : last === 'Conversation closed' ? 'closed' : 'active';
}

describe.each(moments)('the demo companies at %s', (now) => {
  const companies = demoCompanies(now);
  const contacts = companies.flatMap((company) => company.contacts);
  const conversations = contacts.flatMap((contact) => contact.conversations);

  test('each of the three has about 40 contacts and 300 messages', () => {
    expect(companies).toHaveLength(3);
    for (const company of companies) {
      const messages = company.contacts.flatMap((contact) => contact.conversations.flatMap((talk) => talk.messages));
      expect(company.contacts).toHaveLength(40);
      expect(messages.length).toBeGreaterThanOrEqual(290);
      expect(messages.length).toBeLessThanOrEqual(340);
    }
  });

  test('the same moment gives the same companies', () => {
    expect(demoCompanies(now)).toEqual(companies);
  });

  test('every address and number is well formed and reserved for fiction, and no two contacts share one', () => {
    const emails = contacts.flatMap(({ email }) => email ?? []);
    const phones = contacts.flatMap(({ phone }) => phone ?? []);
    for (const email of emails)
      expect([email, isEmail(email), email.endsWith('.example')]).toEqual([email, true, true]);
    for (const phone of phones)
      expect([phone, e164From(phone)]).toEqual([phone, phone.replace(/\D/g, '').replace(/^/, '+')]);
    for (const phone of phones) expect(phone).toMatch(reserved);
    expect(new Set(emails).size).toBe(emails.length);
    expect(new Set(phones).size).toBe(phones.length);
    expect(contacts.every(({ email, phone }) => email ?? phone)).toBe(true);
  });

  test('every moment lies in its order, none in the future but the ends of snoozes', () => {
    for (const contact of contacts) {
      expect(contact.createdAt.getTime()).toBeLessThanOrEqual(contact.conversations[0]?.createdAt.getTime() ?? 0);
      for (const talk of contact.conversations) {
        const times = [talk.createdAt, ...talk.messages.map(({ createdAt }) => createdAt)].map((moment) =>
          moment.getTime(),
        );
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(Math.max(...times)).toBeLessThan(now.getTime());
        expect(Math.min(...times)).toBeGreaterThan(now.getTime() - sixWeeksMs);
        if (talk.snoozedUntil) expect(talk.snoozedUntil.getTime()).toBeGreaterThan(now.getTime());
      }
    }
  });

  test('the status of every conversation is the one its lines tell', () => {
    for (const talk of conversations) {
      expect([talk.subject, talk.status]).toEqual([talk.subject, statusAfter(talk)]);
      expect([talk.subject, talk.snoozedUntil !== undefined]).toEqual([talk.subject, talk.status === 'snoozed']);
      for (const { senderType, content } of talk.messages)
        expect(statusLines.test(content)).toBe(senderType === 'system');
    }
    expect(new Set(conversations.map(({ status }) => status))).toEqual(new Set(['active', 'snoozed', 'closed']));
  });

  test('people of the company write in office hours, and under their names', () => {
    for (const { senderType, senderName, createdAt } of conversations.flatMap(({ messages }) => messages)) {
      expect(senderName !== undefined).toBe(senderType === 'user');
      if (senderType !== 'user') continue;
      expect([0, 6]).not.toContain(createdAt.getUTCDay());
      expect(createdAt.getUTCHours()).toBeGreaterThanOrEqual(8);
      expect(createdAt.getUTCHours()).toBeLessThanOrEqual(17);
    }
  });
});

test('what is said is said once: at least 25 subjects a company, and hardly a line twice', () => {
  for (const { contacts } of demoCompanies(new Date())) {
    const talks = contacts.flatMap(({ conversations }) => conversations);
    const lines = talks.flatMap(({ messages }) =>
      messages.filter(({ senderType }) => senderType !== 'system').map(({ content }) => content),
    );
    expect(new Set(talks.map(({ subject }) => subject)).size).toBeGreaterThanOrEqual(25);
    expect(lines.length - new Set(lines).size).toBeLessThanOrEqual(8);
    expect(lines.every((line) => line.length > 3 && line.trim() === line && !/lorem/i.test(line))).toBe(true);
  }
});

/** Ranges that telephone authorities keep free for films and examples. */
const reserved = new RegExp(
  `^(${[
    String.raw`\+44 (20 7946|117 496|131 496) 0\d{3}`,
    String.raw`\+44 7700 900\d{3}`,
    String.raw`\+1 \d{3} 555 01\d\d`,
    String.raw`\+49 (30 23125|69 90009|40 66969|89 99998) \d{3}`,
    String.raw`\+33 (1 99 00|3 53 01|4 65 71|6 39 98) \d\d \d\d`,
    String.raw`\+353 20 91\d \d{4}`,
    String.raw`\+46 (8 465 004 \d\d|31 390 06 \d\d|70 174 06 \d\d)`,
    String.raw`\+61 2 5550 \d{4}`,
  ].join('|')})$`,
);
