import { FlaskConical } from 'lucide-react';
import { LocalTime } from '../ui/relative-time';

/** Above every page of a sandbox: what is seen here is nobody's. */
export const SandboxBanner = ({ endsAt }: { endsAt: string }) => (
  <aside
    aria-label="Sandbox"
    className="flex h-9 shrink-0 items-center gap-2 overflow-hidden whitespace-nowrap border-line border-b bg-warning-soft px-4 text-detail text-warning-ink sm:px-8"
  >
    <FlaskConical aria-hidden="true" className="size-4 shrink-0" />
    <p className="truncate">
      <strong className="font-semibold">Sandbox</strong> · ends{' '}
      <LocalTime at={endsAt} format={{ day: 'numeric', month: 'short' }} /> · people are invented
    </p>
  </aside>
);
