import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { refuse, TestBucket } from '../../testing/test-bucket';
import type { Sink } from '../archive-writer';
import type { Source } from '../import-archive';
import { StoreFailure } from './bucket-failure';
import { BucketStore } from './bucket-store';

const mib = 1024 * 1024;
const dayMs = 24 * 3_600_000;
/** Soon enough for a test. */
const deadlines = { connectMs: 1_000, idleMs: 300, pausesMs: [10, 20] };

let bucket: TestBucket;
let store: BucketStore;

beforeAll(async () => {
  bucket = await TestBucket.start();
});

beforeEach(async () => {
  await bucket.empty();
  store = new BucketStore(bucket.settings, deadlines);
});

afterAll(() => bucket.remove());

const nameOf = (tenantId: string = randomUUID()) => `${tenantId}/${randomUUID()}.atrium.zst`;

/** As an archive is written: a block after the other. Answers what all of it together is. */
const writing = (bytes: number, pieceBytes = 300_000) => {
  const hash = createHash('sha256');
  return async (sink: Sink) => {
    for (let left = bytes; left > 0; left -= pieceBytes) {
      const piece = randomBytes(Math.min(left, pieceBytes));
      hash.update(piece);
      await sink(piece);
    }
    return hash.digest('hex');
  };
};

async function readAll(source: Source): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of source()) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

const failureOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StoreFailure);
  return (error as Error).message;
};

/** An object as if it had been put there. */
function place(key: string): void {
  mkdirSync(dirname(bucket.fileOf(key)), { recursive: true });
  writeFileSync(bucket.fileOf(key), 'an archive');
}

const nothingListed = async () => new Set<string>();

test('a small archive is one request, and comes back as it was', async () => {
  const name = nameOf();

  const sha256 = await store.put(name, writing(1_000));

  expect(bucket.asked).toMatchObject([{ method: 'PUT', bytes: 1_000 }]);
  expect(bucket.objects()).toEqual([`atrium/${name}`]);
  expect(await readAll(store.read(name))).toEqual({ bytes: 1_000, sha256 });
});

test('a large archive goes in parts of 8 MiB, one at a time, and is there when the last has come', async () => {
  const name = nameOf();
  const size = 50 * mib + 1;
  const write = writing(size);
  const listedMeanwhile: string[][] = [];

  const sha256 = await store.put(name, async (sink) => {
    const written = await write(sink);
    listedMeanwhile.push(bucket.objects());
    return written;
  });

  const parts = bucket.asked.filter(({ method }) => method === 'PUT').map(({ bytes }) => bytes);
  expect(parts).toEqual([...Array.from({ length: 6 }, () => 8 * mib), size - 48 * mib]);
  expect(bucket.mostAtOnce).toBe(1);
  expect(listedMeanwhile).toEqual([[]]);
  expect(bucket.uploads()).toEqual([]);
  expect(await readAll(store.read(name))).toEqual({ bytes: size, sha256 });
});

test('whoever writes faster than the store takes it waits for the store', async () => {
  let written = 0;
  let answerPart: () => void = () => undefined;
  bucket.instead = ({ path }, response) => {
    if (!path.includes('partNumber=1')) return false;
    answerPart = () => response.writeHead(200, { etag: '"1"' }).end();
    return true;
  };
  const slow = new BucketStore(bucket.settings, { ...deadlines, idleMs: 10_000 });
  const putting = slow.put(nameOf(), async (sink) => {
    for (; written < 40 * mib; written += mib) await sink(Buffer.alloc(mib));
    throw new Error('enough');
  });
  putting.catch(() => undefined);

  while (bucket.asked.length < 2) await pause(5);
  await pause(200);

  expect(written).toBe(8 * mib);
  answerPart();
  await expect(putting).rejects.toThrow('enough');
  expect(written).toBe(40 * mib);
}, 30_000);

test('the store sends no faster than its reader takes', async () => {
  const name = nameOf();
  await store.put(name, writing(64 * mib, mib));

  const pieces = store.read(name)()[Symbol.asyncIterator]();
  await pieces.next();
  const sent = [-1, 0];
  while (sent.at(-1) !== sent.at(-2)) {
    await pause(200);
    sent.push(bucket.sentBytes());
  }

  expect(sent.at(-1)).toBeGreaterThan(0);
  // What the two ends of the connection hold back is the system's.
  expect(sent.at(-1)).toBeLessThan(32 * mib);
  // Longer than the store may be silent.
  await pause(2 * deadlines.idleMs);
  expect((await pieces.next()).done).toBe(false);
  await pieces.return?.();
}, 30_000);

test('an archive that is cut off in the middle leaves nothing', async () => {
  const cut = async (sink: Sink) => {
    await writing(20 * mib)(sink);
    expect(bucket.uploads()).toHaveLength(1);
    throw new Error('the company was closed');
  };

  await expect(store.put(nameOf(), cut)).rejects.toThrow('the company was closed');

  expect([bucket.objects(), bucket.uploads()]).toEqual([[], []]);
});

test('a store that says of a whole archive in its answer that it has none is believed', async () => {
  bucket.instead = ({ method, path }, response) => {
    if (method !== 'POST' || !path.includes('uploadId=')) return false;
    refuse(response, 200, 'InternalError');
    return true;
  };

  await failureOf(store.put(nameOf(), writing(9 * mib)));

  expect([bucket.objects(), bucket.uploads()]).toEqual([[], []]);
});

test('with a wrong secret nothing is kept, and the secret is not told', async () => {
  const secretAccessKey = 'not/the-right/one';
  const stranger = new BucketStore({ ...bucket.settings, secretAccessKey }, deadlines);
  const name = nameOf();

  const told = [
    await failureOf(stranger.put(name, writing(100))),
    await failureOf(stranger.put(name, writing(9 * mib))),
    await failureOf(readAll(stranger.read(name))),
    await failureOf(stranger.removeAll(randomUUID())),
  ];

  expect(new Set(told)).toEqual(
    new Set([
      'The store of archives refused it (403 SignatureDoesNotMatch). The operator of this deployment can look into it.',
    ]),
  );
  expect(told.join()).not.toContain(secretAccessKey);
  expect(bucket.objects()).toEqual([]);
});

test('a store that is away is told of in a sentence, and is used again when it is back', async () => {
  const name = nameOf();
  await bucket.stop();
  const away = await failureOf(store.put(name, writing(100)));
  const notRead = await failureOf(readAll(store.read(name)));
  await bucket.startAgain();

  await store.put(name, writing(100));

  expect(new Set([away, notRead])).toEqual(
    new Set([
      'The store of archives cannot be reached (ECONNREFUSED). Please try again later; the operator of this deployment can look into it.',
    ]),
  );
  expect(bucket.objects()).toEqual([`atrium/${name}`]);
});

test('a store that takes a request and says nothing is given up, after it was asked three times', async () => {
  bucket.instead = () => true;

  const told = await failureOf(store.put(nameOf(), writing(100)));

  expect(told).toContain('cannot be reached (UND_ERR_HEADERS_TIMEOUT)');
  expect(bucket.asked).toHaveLength(3);
});

test('a store that is busy for a moment is asked again', async () => {
  let busy = 2;
  bucket.instead = (_asked, response) => {
    if (busy === 0) return false;
    busy -= 1;
    refuse(response, 503, 'SlowDown');
    return true;
  };
  const name = nameOf();

  await store.put(name, writing(100));

  expect(bucket.objects()).toEqual([`atrium/${name}`]);
  expect(bucket.asked).toHaveLength(3);
});

test('an archive that breaks off on its way from the store is no shorter archive', async () => {
  const name = nameOf();
  await store.put(name, writing(mib));
  bucket.instead = ({ method }, response) => {
    if (method !== 'GET') return false;
    response.writeHead(200, { 'content-length': mib }).write(Buffer.alloc(1_000), () => response.destroy());
    return true;
  };

  expect(await failureOf(readAll(store.read(name)))).toContain('The store of archives cannot be reached');
  bucket.instead = () => false;
  await store.remove(name);
  expect(await failureOf(readAll(store.read(name)))).toBe('The archive is not in the store any more.');
});

test('of more than a page of archives the strays go, and with a company all of its', async () => {
  const [tenantId, other] = [randomUUID(), randomUUID()];
  const names = Array.from({ length: 1_005 }, () => nameOf(tenantId));
  for (const name of [...names, `${other}/${randomUUID()}.atrium.zst`]) place(`atrium/${name}`);
  const kept = new Set(names.slice(0, 1_002));
  const later = new Date(Date.now() + dayMs);
  const asked: number[] = [];

  const strays = await store.removeStrays(later, async (old) => {
    asked.push(old.length);
    return kept;
  });
  const removed = await store.removeAll(tenantId);

  expect(asked).toEqual([1_000, 6]);
  expect([strays, removed]).toEqual([4, 1_002]);
  expect(bucket.objects()).toEqual([]);
}, 60_000);

test('what killed processes have left goes when it is old, and what others keep in the bucket stays', async () => {
  const [tenantId, other] = [randomUUID(), randomUUID()];
  const neverEnding = (name: string) =>
    new Promise<void>((resolve) => {
      void store
        .put(name, async (sink) => {
          await writing(9 * mib)(sink);
          resolve();
          await new Promise(() => undefined);
        })
        .catch(() => undefined);
    });
  for (const name of [nameOf(tenantId), nameOf(tenantId), nameOf(other), 'clones/x.atrium.zst'])
    await neverEnding(name);
  const foreign = [`${nameOf()}`, 'atrium/README.md', `atrium/${randomUUID()}/notes.txt`];
  foreign.forEach(place);
  place(`atrium/clones/${randomUUID()}.atrium.zst`);

  expect(await store.removeStrays(new Date(Date.now() - 60_000), nothingListed)).toBe(0);
  expect(bucket.uploads()).toHaveLength(4);
  expect(await store.removeAll(other)).toBe(0);
  expect(bucket.uploads()).toHaveLength(3);

  expect(await store.removeStrays(new Date(Date.now() + dayMs), nothingListed)).toBe(4);
  expect(bucket.uploads()).toEqual([]);
  expect(bucket.objects()).toEqual(foreign.sort());
}, 30_000);
