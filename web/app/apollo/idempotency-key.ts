/** A new key for one write, kept while the same write is tried again. `crypto.randomUUID` is missing on plain HTTP other than localhost. */
export const newIdempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
