import type { ReactNode } from 'react';
import { CopyButton } from '../ui/copy-button';

interface SecretProps {
  /** What is copied: "invitation link". */
  what: string;
  text: string;
  /** What it is for, and that it is not shown again. */
  children: ReactNode;
}

/** Something that is shown once. */
export const Secret = ({ what, text, children }: SecretProps) => (
  <div role="status" className="flex flex-col gap-2 rounded-control bg-accent-soft px-3 py-2.5 text-accent-ink">
    <p>{children}</p>
    <div className="flex items-center gap-1 rounded-sm border border-line bg-surface py-1 pr-1 pl-3 text-ink">
      <code className="min-w-0 flex-1 font-mono text-detail [overflow-wrap:anywhere]">{text}</code>
      <CopyButton text={text} what={what} className="size-8" />
    </div>
  </div>
);
