import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useAction } from '../../access/use-action';
import { readAnew } from '../../apollo/read-anew';
import {
  type ConversationFilter,
  type ConversationOrder,
  DeleteViewDocument,
  SavedViewsDocument,
  type SavedViewsQuery,
  SaveViewDocument,
  type SaveViewInput,
} from '../../generated/graphql';
import { useToast } from '../../ui/toaster';

export type SavedView = SavedViewsQuery['savedViews'][number];

export type NewView = Omit<SavedView, '__typename' | 'id' | 'isMine'>;

/** What to send to keep a view; the API has checked filter and order when they were first kept. */
export const inputOf = ({ name, isShared, filter, orderBy }: NewView): SaveViewInput => ({
  name,
  isShared,
  filter: filter as ConversationFilter,
  ...(orderBy && { orderBy: orderBy as unknown as ConversationOrder }),
});

/** Wherever views are listed. */
export const rereadViews = (client: ApolloClient): Promise<unknown> => readAnew(client, SavedViewsDocument);

/** Deletes a view at once, and offers to keep it anew; answers whether it is gone. */
export function useRemoveView(): (view: SavedView) => Promise<boolean> {
  const client = useApolloClient();
  const toast = useToast();
  const { act } = useAction();
  const restore = async (view: SavedView) => {
    const variables = { input: inputOf(view) };
    await act(async () => (await client.mutate({ mutation: SaveViewDocument, variables })).data?.saveView.userErrors);
    await rereadViews(client);
  };
  return async (view) => {
    const variables = { input: { id: view.id } };
    const isGone = await act(
      async () => (await client.mutate({ mutation: DeleteViewDocument, variables })).data?.deleteView.userErrors,
    );
    if (!isGone) return false;
    toast({
      text: `The view ${view.name} is deleted.`,
      action: { label: 'Undo', onSelect: () => void restore(view) },
    });
    await rereadViews(client);
    return true;
  };
}
