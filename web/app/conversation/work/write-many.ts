import type { ApolloClient } from '@apollo/client';
import {
  ChangeConversationsDocument,
  type ChangeConversationsMutation,
  type ConversationChange,
  type Work_ConversationFragment,
} from '../../generated/graphql';
import type { Part, WorkChange } from './work-change';
import { unanswered } from './write-one';

type Work = Work_ConversationFragment;
type Result = NonNullable<ChangeConversationsMutation['changeConversations']['results']>[number];

/** As many go with a request, in one transaction. */
export const batchSize = 100;

export interface Batch {
  /** As they are now. */
  now: Work[];
  /** As they were just before, by what the API says: a page may have been behind. */
  before: Work[];
  /** Of each that was left as it was, in a sentence. */
  problems: string[];
}

/** Errors: what sending throws. */
export async function writeMany(client: ApolloClient, { conversations, change }: Part): Promise<Batch> {
  const ids = conversations.map(({ id }) => id);
  const { data } = await client.mutate({
    mutation: ChangeConversationsDocument,
    variables: { input: { ids, change: inputOf(change) } },
  });
  const { results, userErrors } = data?.changeConversations ?? { results: null, userErrors: [] };
  if (!results) return { now: [], before: [], problems: ids.map(() => (userErrors[0] ?? unanswered).message) };
  const knownAs = new Map(conversations.map((conversation) => [conversation.id, conversation]));
  return {
    now: results.flatMap(({ conversation }) => conversation ?? []),
    before: results.flatMap((result) => beforeOf(result, knownAs.get(result.id)) ?? []),
    problems: results.flatMap((result) => (result.conversation ? [] : (result.userErrors[0] ?? unanswered).message)),
  };
}

const inputOf = ({
  status,
  snoozedUntil,
  assignee,
  priority,
  addLabel,
  removeLabel,
}: WorkChange): ConversationChange => ({
  ...(status && { status, snoozedUntil: snoozedUntil ?? null }),
  ...(assignee !== undefined && { assigneeId: assignee?.id ?? null }),
  ...(priority && { priority }),
  ...(addLabel && { addLabelIds: [addLabel.id] }),
  ...(removeLabel && { removeLabelIds: [removeLabel.id] }),
});

/** Names are known from the page where it knew of them; only ids are ever written. */
function beforeOf({ conversation, before }: Result, known: Work | undefined): Work | null {
  if (!conversation || !before) return null;
  const { status, snoozedUntil, priority, assigneeId, labelIds } = before;
  return {
    ...conversation,
    status,
    snoozedUntil,
    priority,
    assignee: assigneeId === null ? null : { __typename: 'Account', id: assigneeId, name: known?.assignee?.name ?? '' },
    labels: labelIds.map(
      (id) => known?.labels.find((label) => label.id === id) ?? { __typename: 'Label', id, name: '', colour: 'GRAY' },
    ),
  };
}
