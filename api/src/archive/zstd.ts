import { compress, decompress, init } from '@bokuweb/zstd-wasm';

const level = 3;

let isReady: Promise<void> | null = null;

/** Once in the process, before anything is packed or unpacked. */
export function readyZstd(): Promise<void> {
  isReady ??= init();
  return isReady;
}

export const pack = (raw: Buffer): Buffer => Buffer.from(compress(raw, level));

/** Null where the bytes are not one frame that unpacks to so many. */
export function unpack(packed: Buffer, rawBytes: number): Buffer | null {
  // The frame's own word is what memory is taken for: it must not be larger than what was announced, and bounded, in the block's head.
  if (contentBytes(packed) !== rawBytes) return null;
  try {
    const raw = Buffer.from(decompress(packed));
    return raw.length === rawBytes ? raw : null;
  } catch {
    return null;
  }
}

const frameMagic = 0xfd2fb528;
const longestHead = 18;

/** How long a frame says that its content is; null where it does not, or is none. RFC 8878, 3.1.1.1. */
function contentBytes(packed: Buffer): number | null {
  // A frame may be shorter than the longest head.
  const frame = Buffer.concat([packed.subarray(0, longestHead), Buffer.alloc(longestHead)]);
  if (frame.readUInt32LE(0) !== frameMagic) return null;
  const descriptor = frame[4] ?? 0;
  const isSingle = (descriptor & 0x20) !== 0;
  const at = 5 + (isSingle ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  const size = descriptor >> 6;
  if (size === 0) return isSingle ? (frame[at] ?? 0) : null;
  if (size === 1) return frame.readUInt16LE(at) + 256;
  return size === 2 ? frame.readUInt32LE(at) : Number(frame.readBigUInt64LE(at));
}
