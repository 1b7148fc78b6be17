import { type ReactNode, Suspense, useState } from 'react';

interface OnceOpenProps {
  isOpen: boolean;
  children: ReactNode;
}

/** Leaves out a dialog, and the file that it comes from, until it is open for the first time; from then on it opens and closes by itself. */
export function OnceOpen({ isOpen, children }: OnceOpenProps) {
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  return wasOpen && <Suspense fallback={null}>{children}</Suspense>;
}
