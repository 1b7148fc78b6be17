import { ChevronDown, ChevronUp, CircleAlert, Equal, type LucideIcon, Minus } from 'lucide-react';
import type { Priority } from '../../generated/graphql';

const icons: Record<Priority, LucideIcon> = {
  URGENT: CircleAlert,
  HIGH: ChevronUp,
  MEDIUM: Equal,
  LOW: ChevronDown,
  NONE: Minus,
};

/** By its shape; the word stands beside it or is said. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const Icon = icons[priority];
  return (
    <Icon aria-hidden="true" className={priority === 'URGENT' ? 'size-4 shrink-0 text-danger' : 'size-4 shrink-0'} />
  );
}
