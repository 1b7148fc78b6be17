/** @jest-environment node */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { check } from './check.mjs';
import { ensureChromium } from './chromium.mjs';
import { Failure } from './failure.mjs';
import { readable } from './log-line.mjs';

const signal = new AbortController().signal;

test('the first step that fails is the last that runs, and its reason is said', async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const ran: string[] = [];
  const step = (name: string, work: () => void) => ({
    name,
    group: name,
    work: async () => {
      ran.push(name);
      work();
    },
  });
  const all = [
    step('lint', () => undefined),
    step('types', () => {
      throw new Failure('Two of them do not fit.');
    }),
    step('tests', () => undefined),
  ];

  await expect(check([], { signal, all })).rejects.toThrow(/✗ types failed after \d+\.\d s\. Two of them do not fit\./);

  expect(ran).toEqual(['lint', 'types']);
});

test('a check that does not exist is refused with those that do', async () => {
  await expect(check(['typos'], { signal })).rejects.toThrow(
    'There is no check named "typos"; there are lint, types, schema, build, tests, nodes, engines, text, cuts, reads, plans.',
  );
});

test('a way to the database that does not exist is refused before anything is installed', async () => {
  await expect(check(['engines', 'sideways'], { signal })).rejects.toThrow(
    'There is no way "sideways" to the database; there are direct, pooled.',
  );
});

test('a Node that is too old is one sentence', () => {
  const script = `import { requireNode } from ${JSON.stringify(`file://${join(__dirname, 'require-node.mjs')}`)}; requireNode('18.20.1'); console.log('went on');`;

  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });

  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toBe(
    'Atrium needs Node 20.19.0 or later; this is Node 18.20.1. Install a newer one from https://nodejs.org and try again.\n',
  );
});

test('a Chromium that is not where CHROMIUM_PATH says is one sentence', async () => {
  await expect(ensureChromium(signal, { given: '/nowhere/chromium' })).rejects.toThrow(
    'CHROMIUM_PATH must be the path of a Chromium or Chrome; there is nothing at "/nowhere/chromium".',
  );
});

test.each([
  ['{"level":30,"time":1,"msg":"ready","url":"http://127.0.0.1:3000"}', 'ready url=http://127.0.0.1:3000'],
  [
    '{"level":50,"time":1,"err":{"stack":"Error: no disk"},"msg":"a field failed"}',
    'ERROR a field failed \nError: no disk',
  ],
  ['{"not":"a log line"}', '{"not":"a log line"}'],
  ['{"cut off', '{"cut off'],
  ['plain words', 'plain words'],
])('the log line %s reads "%s"', (line, expected) => {
  expect(readable(line)).toBe(expected);
});
