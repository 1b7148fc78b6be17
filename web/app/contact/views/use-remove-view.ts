import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { readAnew } from '../../apollo/read-anew';
import {
  type ContactFilter,
  type ContactOrder,
  ContactViewsDocument,
  DeleteContactViewDocument,
  SaveContactViewDocument,
  type SaveContactViewInput,
} from '../../generated/graphql';
import { useViewRemoval } from '../../views/use-view-removal';
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

export function useRemoveView(): (view: ContactView) => Promise<boolean> {
  const client = useApolloClient();
  const removal = useViewRemoval();
  return (view) =>
    removal({
      name: view.name,
      async remove() {
        const variables = { input: { id: view.id } };
        return (await client.mutate({ mutation: DeleteContactViewDocument, variables })).data?.deleteContactView
          .userErrors;
      },
      async restore() {
        const variables = { input: inputOf(view) };
        return (await client.mutate({ mutation: SaveContactViewDocument, variables })).data?.saveContactView.userErrors;
      },
      reread: () => rereadViews(client),
    });
}
