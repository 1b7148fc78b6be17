export interface PlanBound {
  /** Of all statements of the page together. */
  buffers: number;
  rows: number;
  /** Exact counts read every row, and say so to whoever asks for them. */
  countsAll?: true;
}

/** By the names of `pagesOf`. A quarter above what was read when they were written; where a page gets better, so does its bound. */
export const planBounds: Readonly<Record<string, PlanBound>> = {
  // Half of the contacts have had labels since 2026-11-30, which each row looks up: some 35 buffers a page.
  'contacts: latest activity first': { buffers: 305, rows: 1_350 },
  'contacts: longest silent first': { buffers: 300, rows: 1_350 },
  'contacts: by name': { buffers: 330, rows: 1_350 },
  'contacts: newest first': { buffers: 290, rows: 1_350 },
  'contacts: newest first, from the middle on': { buffers: 280, rows: 1_350 },
  'contacts: of a source': { buffers: 1_040, rows: 1_650 },
  'contacts: of a company': { buffers: 50, rows: 20 },
  'contacts: of a custom field': { buffers: 650, rows: 1_600 },
  'contacts: of a custom field, a rare value': { buffers: 210, rows: 65 },
  'contacts: of a custom field, what nobody has': { buffers: 10, rows: 10 },
  'contacts: of a label': { buffers: 530, rows: 1_470 },
  'contacts: of a rare label': { buffers: 1_310, rows: 790 },
  // Of 1,000 that are found it is asked whether they were found by their other label already.
  'contacts: of either label, by name': { buffers: 4_400, rows: 2_730 },
  'contacts: possible duplicates': { buffers: 210, rows: 930 },
  'contacts: with a snoozed conversation': { buffers: 3_000, rows: 15_000 },
  'contacts: created in the last 30 days': { buffers: 300, rows: 1_350 },
  // Up to 1,000 matches are looked up one by one, and sorted.
  'contacts: search, a name (papadakis)': { buffers: 8_000, rows: 4_500 },
  'contacts: search, one person (Ann Adler 4)': { buffers: 600, rows: 220 },
  'contacts: search, an email address (ann.4242@company)': { buffers: 500, rows: 20 },
  'contacts: search, a phone number (030 1042424)': { buffers: 80, rows: 20 },
  'contacts: search, a company (company 4242)': { buffers: 205, rows: 60 },
  'contacts: search, what all have (example)': { buffers: 300, rows: 3_000 },
  'contacts: search, nothing (nobody at all)': { buffers: 30, rows: 20 },
  'contacts: search, two letters (an)': { buffers: 7_000, rows: 4_000 },
  'conversations: last message first': { buffers: 230, rows: 100 },
  'conversations: active ones': { buffers: 230, rows: 100 },
  'conversations: closed and snoozed ones': { buffers: 230, rows: 100 },
  'conversations: newest first': { buffers: 230, rows: 100 },
  'conversations: of a contact': { buffers: 20, rows: 20 },
  'conversations: with the last 10 messages': { buffers: 400, rows: 300 },
  // Its days are counted in whichever of three ways the sample of ANALYZE suggests, 1,500 buffers apart, with the same rows. What waits,
  // first replies and what was opened and closed came on 2026-11-30: 3,620 buffers, 52,098 rows.
  dashboard: { buffers: 4_500, rows: 65_500, countsAll: true },
  'a contact': { buffers: 34, rows: 20 },
  'a short thread': { buffers: 30, rows: 20 },
  'the longest thread': { buffers: 30, rows: 70 },
  'inbox: mine': { buffers: 900, rows: 240 },
  'inbox: unassigned': { buffers: 800, rows: 490 },
  'inbox: all open': { buffers: 850, rows: 240 },
  'inbox: waiting longest': { buffers: 900, rows: 250 },
  'inbox: most urgent': { buffers: 1_000, rows: 550 },
  'inbox: unread': { buffers: 1_600, rows: 650 },
  'inbox: of a label': { buffers: 4_000, rows: 1_850 },
  'inbox: snoozed': { buffers: 750, rows: 240 },
  // Before the index of messages is read whole, 100 of all times are looked at, by id; 20,000 ids are read, without their rows, to know
  // where the newest 20,000 begin. What all have is in none of these: the index would have found it 180,000 times.
  'inbox: search, a rare word (4242)': { buffers: 720, rows: 2_200 },
  'inbox: search, what all have (parts)': { buffers: 2_550, rows: 28_500 },
  'inbox: search, nothing (nobody at all)': { buffers: 640, rows: 3_300 },
  'search: a number in messages (request 4242)': { buffers: 1_300, rows: 2_800 },
  'search: a name (papadakis)': { buffers: 2_100, rows: 28_400 },
  'search: what all messages have (parts)': { buffers: 2_250, rows: 27_600 },
  'search: part of a word (quest 77)': { buffers: 8_700, rows: 29_400 },
  'search: two letters (an)': { buffers: 1_590, rows: 31_900 },
  'search: nothing (nobody at all)': { buffers: 640, rows: 3_300 },
};
