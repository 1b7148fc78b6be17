import { readdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

// Once at build time with the best compression, instead of quickly at each request.
const folder = new URL('../build/client/', import.meta.url);
const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

for (const name of await readdir(folder, { recursive: true })) {
  if (!/\.(js|css|svg)$/.test(name)) continue;
  const file = new URL(name, folder);
  const content = await readFile(file);
  await writeFile(new URL(`${name}.br`, folder), await brotli(content));
  await writeFile(new URL(`${name}.gz`, folder), await gzip(content, { level: 9 }));
}
