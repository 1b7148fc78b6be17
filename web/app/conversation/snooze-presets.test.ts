import { fromLocalInput, snoozePresets, toLocalInput } from './snooze-presets';

const presetsAt = (local: string) =>
  snoozePresets(new Date(local)).map(({ label, until }) => `${label}: ${toLocalInput(until)}`);

test('on a Tuesday morning: later, the next morning, in three days, the next Monday', () => {
  expect(presetsAt('2026-11-24T09:20:00')).toEqual([
    'Later today: 2026-11-24T12:00',
    'Tomorrow morning: 2026-11-25T08:00',
    'In 3 days: 2026-11-27T08:00',
    'Next Monday: 2026-11-30T08:00',
  ]);
});

test.each(['2026-11-24T18:05:00', '2026-11-24T23:30:00'])('at %s nothing is left of today', (now) => {
  expect(presetsAt(now)[0]).toBe('Tomorrow morning: 2026-11-25T08:00');
});

test('on a Sunday the next morning is that of Monday, and named once', () => {
  expect(presetsAt('2026-11-29T19:00:00')).toEqual([
    'Tomorrow morning: 2026-11-30T08:00',
    'In 3 days: 2026-12-02T08:00',
  ]);
});

test('on a Monday the next one is a week away', () => {
  expect(presetsAt('2026-11-30T07:00:00')).toContain('Next Monday: 2026-12-07T08:00');
});

test('an input for date and time says what it was given', () => {
  expect(fromLocalInput('2026-11-24T09:20')).toEqual(new Date(2026, 10, 24, 9, 20));
  expect(fromLocalInput('')).toBeNull();
  expect(fromLocalInput('soon')).toBeNull();
});
