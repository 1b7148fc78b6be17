import { renderHook } from '@testing-library/react';
import { useAttemptKey } from './use-attempt-key';

test('the key stays for as long as the entries do, and is not taken up again', () => {
  const { result, rerender } = renderHook(useAttemptKey);
  const first = result.current({ name: 'Ann' });
  rerender();

  const again = result.current({ name: 'Ann' });
  const changed = result.current({ name: 'Anna' });
  const back = result.current({ name: 'Ann' });

  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(again).toBe(first);
  expect(new Set([first, changed, back]).size).toBe(3);
});

test('entries that are empty have a key as well', () => {
  const { result } = renderHook(useAttemptKey);

  expect(result.current('')).toMatch(/^[0-9a-f]{32}$/);
});
