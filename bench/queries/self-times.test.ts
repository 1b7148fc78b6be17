import type { Profiler } from 'node:inspector';
import { selfTimesOf } from './self-times';

const node = (id: number, functionName: string, url = '') => ({
  id,
  callFrame: { functionName, url, scriptId: '1', lineNumber: 6, columnNumber: 0 },
});

test('the time of a function is that of its samples, added up, without idle time', () => {
  const profile: Profiler.Profile = {
    nodes: [node(1, '(idle)'), node(2, 'send', '/srv/send.js'), node(3, 'send', '/srv/send.js'), node(4, '(program)')],
    startTime: 0,
    endTime: 10_000,
    samples: [1, 2, 4, 3],
    timeDeltas: [0, 5_000, 2_000, 1_000],
  };

  expect(selfTimesOf(profile)).toEqual([
    { line: 'send /srv/send.js:7', ms: 2 },
    { line: '(program)', ms: 1 },
  ]);
});
