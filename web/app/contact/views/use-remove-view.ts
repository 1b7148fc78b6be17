import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useAction } from '../../access/use-action';
import { readAnew } from '../../apollo/read-anew';
import {
  type ContactFilter,
  type ContactOrder,
  ContactViewsDocument,
  DeleteContactViewDocument,
  SaveContactViewDocument,
  type SaveContactViewInput,
} from '../../generated/graphql';
import { useToast } from '../../ui/toaster';
import type { ContactView } from './view-address';

/** What to send to keep a view again; the API has checked it when it was first kept. */
export const inputOf = ({ name, isShared, search, filter, orderBy, columns }: ContactView): SaveContactViewInput => ({
  name,
  isShared,
  search,
  filter: filter as ContactFilter,
  orderBy: orderBy as ContactOrder | null,
  columns,
});

/** Wherever views are listed. */
export const rereadViews = (client: ApolloClient): Promise<unknown> => readAnew(client, ContactViewsDocument);

/** Deletes a view at once, and offers to keep it anew; answers whether it is gone. */
export function useRemoveView(): (view: ContactView) => Promise<boolean> {
  const client = useApolloClient();
  const toast = useToast();
  const { act } = useAction();
  const restore = async (view: ContactView) => {
    const variables = { input: inputOf(view) };
    await act(
      async () =>
        (await client.mutate({ mutation: SaveContactViewDocument, variables })).data?.saveContactView.userErrors,
    );
    await rereadViews(client);
  };
  return async (view) => {
    const variables = { input: { id: view.id } };
    const isGone = await act(
      async () =>
        (await client.mutate({ mutation: DeleteContactViewDocument, variables })).data?.deleteContactView.userErrors,
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
