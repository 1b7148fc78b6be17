import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
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
import { useViewRemoval } from '../../views/use-view-removal';

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

export function useRemoveView(): (view: SavedView) => Promise<boolean> {
  const client = useApolloClient();
  const removal = useViewRemoval();
  return (view) =>
    removal({
      name: view.name,
      async remove() {
        const variables = { input: { id: view.id } };
        return (await client.mutate({ mutation: DeleteViewDocument, variables })).data?.deleteView.userErrors;
      },
      async restore() {
        const variables = { input: inputOf(view) };
        return (await client.mutate({ mutation: SaveViewDocument, variables })).data?.saveView.userErrors;
      },
      reread: () => rereadViews(client),
    });
}
