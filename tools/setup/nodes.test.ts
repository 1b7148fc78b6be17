/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { check } from './check.mjs';
import { lines, recommended } from './nodes.mjs';
import { inRoot } from './root.mjs';

const signal = new AbortController().signal;
const read = (path: string) => readFileSync(inRoot(path), 'utf8');

test.each([
  [['nodes', '19'], 'There is no Node "19" to check on; there are 20.19, 22, 24, 26.'],
  [['nodes', '26', 'typos'], 'After the Node, expected nothing or one of lint, types, schema, build, tests.'],
])('%j is refused with what there is', async (asked, sentence) => {
  await expect(check(asked, { signal })).rejects.toThrow(sentence);
});

test('the oldest Node that is checked is the oldest that is accepted', () => {
  const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };

  expect(engines.node).toBe(`>=${lines[0]}.0`);
});

test('.nvmrc, the images and the README recommend one line, and it is checked', () => {
  const line = recommended();

  const images = ['api', 'web'].flatMap((name) => read(`docker/${name}.Dockerfile`).match(/node:\S+/g));

  expect(lines).toContain(line);
  expect(new Set(images)).toEqual(new Set([`node:${line}-slim`]));
  expect(read('README.md')).toContain(`Node ${line}, or any from ${lines[0]} on`);
});
