import type { Priority, Work_ConversationFragment } from '../../generated/graphql';
import { useChange } from './use-change';
import type { Label, WorkChange } from './work-change';

export const priorityWords: Record<Priority, string> = {
  URGENT: 'Urgent',
  HIGH: 'High',
  MEDIUM: 'Medium',
  LOW: 'Low',
  NONE: 'None',
};

/** What members do with conversations, one or many at a time; each can be undone. */
export function useWork(conversations: readonly Work_ConversationFragment[]) {
  const { change, isChanging, progress } = useChange();
  const all = (next: WorkChange, one: string, many: (count: string) => string) =>
    void change(conversations, next, { one, many });
  return {
    isChanging,
    progress,
    close: () =>
      all(
        { status: 'CLOSED', snoozedUntil: null },
        'The conversation is closed.',
        (count) => `${count} conversations are closed.`,
      ),
    reopen: () =>
      all(
        { status: 'ACTIVE', snoozedUntil: null },
        'The conversation is open again.',
        (count) => `${count} conversations are open again.`,
      ),
    /** Null: until the contact writes. */
    snooze: (until: Date | null) =>
      all(
        { status: 'SNOOZED', snoozedUntil: until?.toISOString() ?? null },
        'The conversation is snoozed.',
        (count) => `${count} conversations are snoozed.`,
      ),
    assign: (assignee: Work_ConversationFragment['assignee']) =>
      all(
        { assignee },
        assignee ? `Assigned to ${assignee.name}.` : 'Nobody has it to answer now.',
        (count) => `${count} assigned to ${assignee?.name ?? 'nobody'}.`,
      ),
    prioritise: (priority: Priority) =>
      all(
        { priority },
        `Priority: ${priorityWords[priority]}.`,
        (count) => `Priority of ${count}: ${priorityWords[priority]}.`,
      ),
    rename: (subject: string | null) => all({ subject }, 'Renamed.', (count) => `${count} renamed.`),
    label: (label: Label, isOn: boolean) =>
      all(
        isOn ? { addLabel: label } : { removeLabel: label },
        isOn ? `Labelled ${label.name}.` : `${label.name} is taken off.`,
        (count) => (isOn ? `${count} labelled ${label.name}.` : `${label.name} is taken off ${count}.`),
      ),
  };
}

export type Work = ReturnType<typeof useWork>;
