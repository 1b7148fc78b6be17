import {
  type StatusMenu_ConversationFragment,
  useCloseConversationMutation,
  useReopenConversationMutation,
  useSnoozeConversationMutation,
} from '../generated/graphql';
import { useToast } from '../ui/toaster';

type State = Pick<StatusMenu_ConversationFragment, 'status' | 'snoozedUntil'>;

interface Answer {
  userErrors: readonly { message: string }[];
}

const unanswered = 'The status was not changed: the service does not answer.';

const done: Record<State['status'], string> = {
  ACTIVE: 'The conversation is open again.',
  SNOOZED: 'The conversation is snoozed.',
  CLOSED: 'The conversation is closed.',
};

/** Closes, reopens or snoozes a conversation, says so, and offers to put it back as it was. */
export function useChangeStatus({ id, status, snoozedUntil }: StatusMenu_ConversationFragment) {
  const toast = useToast();
  const [close, closing] = useCloseConversationMutation();
  const [reopen, reopening] = useReopenConversationMutation();
  const [snooze, snoozing] = useSnoozeConversationMutation();

  const write = async (state: State): Promise<Answer | undefined> => {
    if (state.status === 'CLOSED') return (await close({ variables: { input: { id } } })).data?.closeConversation;
    if (state.status === 'SNOOZED' && state.snoozedUntil) {
      return (await snooze({ variables: { input: { id, until: state.snoozedUntil } } })).data?.snoozeConversation;
    }
    return (await reopen({ variables: { input: { id } } })).data?.reopenConversation;
  };

  const change = async (next: State, previous: State | null): Promise<void> => {
    try {
      const answer = await write(next);
      const problem = answer ? answer.userErrors[0]?.message : unanswered;
      if (problem) return toast({ text: problem, tone: 'danger' });
      toast({
        text: done[next.status],
        ...(previous && { action: { label: 'Undo', onSelect: () => void change(previous, null) } }),
      });
    } catch {
      toast({ text: unanswered, tone: 'danger' });
    }
  };

  return {
    changeStatus: (next: State) => void change(next, { status, snoozedUntil }),
    isChanging: closing.loading || reopening.loading || snoozing.loading,
  };
}
