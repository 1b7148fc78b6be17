import { v7 as uuidV7 } from 'uuid';

/** What a UUIDv7 has room for: the year 10889. */
const maxMs = 2 ** 48 - 1;

/** The smallest UUIDv7 of that millisecond: rows whose ids are made when they are written are found by day without an index of their own. */
export function firstIdOf(msecs: number): string {
  return uuidV7({ msecs: Math.min(Math.max(msecs, 0), maxMs), seq: 0, random: new Uint8Array(16) });
}
