import type { Work_ConversationFragment } from '../../generated/graphql';

type Work = Work_ConversationFragment;
export type Label = Work['labels'][number];

/** What is to become of conversations, of all the same. What is not named stays. */
export interface WorkChange extends Partial<Omit<Work, '__typename' | 'id' | 'labels'>> {
  /** Put on besides those that it has. */
  addLabel?: Label;
  removeLabel?: Label;
}

/** Conversations to which the same happens. */
export interface Part {
  conversations: readonly Work[];
  change: WorkChange;
}

const columns = ['status', 'snoozedUntil', 'assignee', 'priority', 'subject'] as const;

export function afterChange(before: Work, { addLabel, removeLabel, ...rest }: WorkChange): Work {
  const labels = before.labels.filter(({ id }) => id !== removeLabel?.id);
  const isNew = addLabel && !labels.some(({ id }) => id === addLabel.id);
  return { ...before, ...rest, labels: isNew ? [...labels, addLabel] : labels };
}

/** What makes it as it was. A moment to return at that has passed meanwhile counts as having come. */
export function undoOf(before: Work, change: WorkChange): WorkChange {
  const { addLabel, removeLabel } = change;
  const had = ({ id }: Label) => before.labels.some((label) => label.id === id);
  const named = columns.filter((column) => column in change).map((column) => [column, before[column]]);
  const { snoozedUntil } = before;
  const isOver = snoozedUntil !== null && Date.parse(snoozedUntil) <= Date.now();
  return {
    ...(Object.fromEntries(named) as WorkChange),
    ...('status' in change && isOver && { status: 'ACTIVE' as const, snoozedUntil: null }),
    ...(addLabel && !had(addLabel) && { removeLabel: addLabel }),
    ...(removeLabel && had(removeLabel) && { addLabel: removeLabel }),
  };
}

/** Those that are undone alike go together; those of which nothing was changed need none of it. */
export function undoParts(all: readonly Work[], change: WorkChange): Part[] {
  const parts = new Map<string, { conversations: Work[]; change: WorkChange }>();
  for (const before of all) {
    const undo = undoOf(before, change);
    const key = JSON.stringify(undo);
    const part = parts.get(key) ?? { conversations: [], change: undo };
    part.conversations.push(afterChange(before, change));
    if (key !== '{}') parts.set(key, part);
  }
  return [...parts.values()];
}
