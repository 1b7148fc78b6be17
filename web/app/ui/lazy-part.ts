import { type ComponentType, lazy } from 'react';

const Nothing = () => null;

/** A component that is loaded when it is first shown; nothing where its file cannot be had, so that what was typed beside it stays. */
export const lazyPart = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: Nothing as ComponentType<Props> }),
    ),
  );
