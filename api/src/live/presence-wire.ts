import { z } from 'zod';
import { readSigned, writeSigned } from './hint';

/** All tenants share it. Apart from hints, so that a process of a version without it hears nothing of it. */
export const presenceChannel = 'atrium_presence';

/** Of the payload's form. */
const version = 1;

/** Who is at one conversation in one process: ids alone, for any role of the database may listen. */
export interface RoomState {
  tenantId: string;
  conversationId: string;
  viewers: string[];
  /** Of the viewers. */
  typing: string[];
  /** Who has just stopped, whichever process heard of the beginning. */
  stopped: string[];
}

export interface Announcement {
  /** The process, by a name of its own choice. */
  from: string;
  rooms: RoomState[];
}

const ids = z.array(z.uuid());
const content = z.object({
  from: z.uuid(),
  rooms: z.array(z.tuple([z.uuid(), z.uuid(), ids, ids, ids])),
});

/** NOTIFY takes at most 7,999 bytes; the signature and the quotation marks within need the rest. Units: characters. */
const mostText = 5_500;
/** Of one conversation in one process: what fits into a payload beside nothing else. */
const mostIds = 40;

/** As many payloads as it takes. */
export function writeAnnouncements(secret: string, { from, rooms }: Announcement): string[] {
  const payloads: string[][] = [];
  let length = mostText;
  for (const { tenantId, conversationId, viewers, typing, stopped } of rooms) {
    const lists = [viewers, typing, stopped].map((list) => list.slice(0, mostIds));
    const text = JSON.stringify([tenantId, conversationId, ...lists]);
    if (length + text.length > mostText) {
      payloads.push([]);
      length = 0;
    }
    payloads.at(-1)?.push(text);
    length += text.length + 1;
  }
  return payloads.map((texts) => writeSigned(secret, version, `{"from":"${from}","rooms":[${texts.join()}]}`));
}

/** Null for whatever is not ours. */
export function readAnnouncement(secret: string, payload: string): Announcement | null {
  const read = content.safeParse(readSigned(secret, version, payload));
  if (!read.success) return null;
  const { from, rooms } = read.data;
  return {
    from,
    rooms: rooms.map(([tenantId, conversationId, viewers, typing, stopped]) => ({
      tenantId,
      conversationId,
      viewers,
      typing,
      stopped,
    })),
  };
}
