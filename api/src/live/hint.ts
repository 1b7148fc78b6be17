import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { LiveEvent } from './events';

/** All tenants share it: a channel per tenant would mean a LISTEN per tenant. */
export const channel = 'atrium_events';

/** NOTIFY takes at most 7,999 bytes. */
const maxPayloadBytes = 7_000;

/** Of the payload's form: a process of another version may be running beside this one. */
const version = 2;

export interface TenantEvent {
  tenantId: string;
  event: LiveEvent;
}

export interface Hint {
  /** When it was sent, in milliseconds since 1970. */
  at: number;
  events: TenantEvent[];
}

const signed = z.tuple([z.literal(version), z.string(), z.string()]);

const content = z.object({
  at: z.number(),
  events: z.array(
    z.object({
      tenantId: z.uuid(),
      event: z.looseObject({ type: z.string().max(60), id: z.uuid() }),
    }),
  ),
});

/**
 * What goes through NOTIFY. Any role of the database may send one, so each carries a signature: a tenant's role, which cannot read the
 * registry's secret, reaches nobody's subscribers with its own.
 */
export function writeHint(secret: string, hint: Hint): string {
  const text = JSON.stringify(hint);
  return JSON.stringify([version, signatureOf(secret, text), text]);
}

/** Null for whatever is not ours. */
export function readHint(secret: string, payload: string): Hint | null {
  const parsed = signed.safeParse(parseJson(payload));
  if (!parsed.success) return null;
  const [, signature, text] = parsed.data;
  const expected = Buffer.from(signatureOf(secret, text));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const hint = content.safeParse(parseJson(text));
  return hint.success ? (hint.data as unknown as Hint) : null;
}

export function countThatFits(events: TenantEvent[]): number {
  // Twice as JSON: quotation marks are escaped.
  let bytes = 200;
  const first = events.findIndex((event) => {
    bytes += Buffer.byteLength(JSON.stringify(JSON.stringify(event))) + 1;
    return bytes > maxPayloadBytes;
  });
  return first === -1 ? events.length : Math.max(first, 1);
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
