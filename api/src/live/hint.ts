import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** All tenants share it: a channel per tenant would mean a LISTEN per tenant. */
export const channel = 'atrium_events';

/** Of the payload's form: a process of another version may be running beside this one. */
const version = 3;

/** How far a tenant's log has come. */
export interface Head {
  tenantId: string;
  seq: number;
}

export interface Hint {
  /** When it was sent, in milliseconds since 1970. */
  at: number;
  heads: Head[];
}

/** NOTIFY takes at most 7,999 bytes; a head has some 70. */
export const maxHeads = 80;

const signed = z.tuple([z.int(), z.string(), z.string()]);

const content = z.object({
  at: z.number(),
  heads: z.array(z.object({ tenantId: z.uuid(), seq: z.int().nonnegative() })),
});

/**
 * What goes through NOTIFY: where there is something to read, and nothing of what it is. Any role of the database may send one, so each
 * carries a signature: a tenant's role, which cannot read the registry's secret, has nobody read anything.
 */
export function writeHint(secret: string, hint: Hint): string {
  return writeSigned(secret, version, JSON.stringify(hint));
}

/** Null for whatever is not ours. */
export function readHint(secret: string, payload: string): Hint | null {
  const hint = content.safeParse(readSigned(secret, version, payload));
  return hint.success ? hint.data : null;
}

export const writeSigned = (secret: string, form: number, text: string): string =>
  JSON.stringify([form, signatureOf(secret, text), text]);

/** The JSON value of the text; null for whatever is not ours, or of another form. */
export function readSigned(secret: string, form: number, payload: string): unknown {
  const parsed = signed.safeParse(parseJson(payload));
  if (!parsed.success || parsed.data[0] !== form) return null;
  const [, signature, text] = parsed.data;
  const expected = Buffer.from(signatureOf(secret, text));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? parseJson(text) : null;
}

const signatureOf = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
