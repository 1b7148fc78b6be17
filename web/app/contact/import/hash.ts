/** A number of 53 bits, never 0: the same for the same text. For telling apart, not for keeping secrets (cyrb53 is in the public domain). */
export function hashOf(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0) || 1;
}

const [pieces, pieceBytes] = [16, 64 * 1024];

/** Of a file's size and of pieces all over it: whether a file that is given again is the same. */
export async function fileHashOf(file: Blob): Promise<string> {
  const step = Math.max(pieceBytes, Math.floor(file.size / pieces));
  let hash = `${file.size}`;
  for (let from = 0; from < file.size; from += step) {
    const bytes = new Uint8Array(await file.slice(from, from + pieceBytes).arrayBuffer());
    hash = `${hashOf(hash + new TextDecoder('latin1').decode(bytes))}`;
  }
  const end = await file.slice(-pieceBytes).arrayBuffer();
  return `${hashOf(hash + new TextDecoder('latin1').decode(end))}`;
}
