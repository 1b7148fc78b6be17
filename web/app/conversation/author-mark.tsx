import { Bot, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Actor, isProgram } from '../access/actor';
import { Avatar } from '../ui/avatar';
import { classNames } from '../ui/class-names';

interface AuthorMarkProps {
  author: Actor | null;
  isOwn: boolean;
}

/** The picture of who writes for the company. Decoration: the name stands beside it. */
export function AuthorMark({ author, isOwn }: AuthorMarkProps) {
  if (isOwn) return <Mark className="rounded-full bg-accent text-on-accent" icon={<UserRound />} />;
  if (author === null) return <Mark className="rounded-full bg-sunken text-ink-muted" icon={<UserRound />} />;
  if (isProgram(author)) return <Mark className="rounded-control bg-sunken text-ink" icon={<Bot />} />;
  return <Avatar name={author.name} />;
}

const Mark = ({ icon, className }: { icon: ReactNode; className: string }) => (
  <span aria-hidden="true" className={classNames('flex size-8 items-center justify-center [&_svg]:size-4', className)}>
    {icon}
  </span>
);
