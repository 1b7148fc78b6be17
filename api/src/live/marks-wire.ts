import { z } from 'zod';
import { readSigned, writeSigned } from './hint';

/** All tenants share it. Apart from the others, so that a process of a version without it hears nothing of it. */
export const marksChannel = 'atrium_marks';

/** Of the payload's form. */
const version = 1;

/** What a member has marked as read: ids alone, for any role of the database may listen. */
export interface Mark {
  tenantId: string;
  memberId: string;
  /** At most 100, which a payload has room for; null for all there were. */
  ids: readonly string[] | null;
}

interface Announced extends Mark {
  /** The process, by a name of its own choice. */
  from: string;
}

const content = z.object({
  from: z.uuid(),
  tenantId: z.uuid(),
  memberId: z.uuid(),
  ids: z.array(z.uuid()).nullable(),
});

export const writeMark = (secret: string, announced: Announced): string =>
  writeSigned(secret, version, JSON.stringify(announced));

/** Null for whatever is not ours. */
export function readMark(secret: string, payload: string): Announced | null {
  const read = content.safeParse(readSigned(secret, version, payload));
  return read.success ? read.data : null;
}
