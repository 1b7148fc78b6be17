import { Avatar } from '../../ui/avatar';
import type { Colleague } from './presence';

const mostShown = 3;

/** Who else has the conversation open. */
export const Viewers = ({ viewers }: { viewers: readonly Colleague[] }) => (
  <ul aria-label="Also here" className="flex shrink-0 -space-x-1.5">
    {viewers.slice(0, mostShown).map(({ id, name }) => (
      <li key={id} title={name} className="rounded-full ring-2 ring-surface">
        <Avatar name={name} size="small" />
        <span className="sr-only">{name}</span>
      </li>
    ))}
    {viewers.length > mostShown && (
      <li
        title={viewers
          .slice(mostShown)
          .map(({ name }) => name)
          .join(', ')}
        className="flex h-6 items-center rounded-full bg-sunken px-1.5 text-ink-muted text-xs ring-2 ring-surface"
      >
        +{viewers.length - mostShown}
        <span className="sr-only"> more</span>
      </li>
    )}
  </ul>
);
