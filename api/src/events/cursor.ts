/** Opaque to clients; valid for one tenant's events, whose numbers others have as well. */
export const cursorOf = (seq: number): string => Buffer.from(`event ${seq}`).toString('base64url');

/** Null for whatever is no cursor of an event. */
export function seqFrom(cursor: string): number | null {
  const [, digits] = /^event (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return digits === undefined ? null : Number(digits);
}
