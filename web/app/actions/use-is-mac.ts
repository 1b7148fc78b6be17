import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the keyboard has ⌘ where others have Ctrl; the server cannot know. */
export const useIsMac = (): boolean =>
  useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
