import { type ComponentType, lazy } from 'react';

const Nothing = () => null;

/**
 * A component of a file of its own, which comes when the browser has nothing else to do, so that it is there without a connection too.
 * Nothing is shown where the file cannot be had, so that what was typed beside it stays.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  if (typeof window !== 'undefined') window.requestIdleCallback?.(() => void load().catch(() => undefined));
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: Nothing as ComponentType<Props> }),
    ),
  );
}
