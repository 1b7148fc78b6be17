import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Uploads } from '../uploads';

const folder = mkdtempSync(join(tmpdir(), 'atrium-room-'));
afterAll(() => rmSync(folder, { recursive: true }));

const part = () => Readable.from([Buffer.from('a part')]);

test('on a disk that is nearly full nothing is sent here, and what is there stays', async () => {
  const [tenantId, upload] = [randomUUID(), randomUUID()];
  expect(await new Uploads(folder, 0).append(tenantId, upload, 0, part())).toBe(6);
  const full = new Uploads(folder, Number.MAX_SAFE_INTEGER);

  await expect(full.append(tenantId, upload, 6, part())).rejects.toThrow('There is no room for it');
  await expect(full.append(tenantId, randomUUID(), 0, part())).rejects.toThrow('nearly full');

  expect(await full.sizeOf(tenantId, upload)).toBe(6);
});
