import type { ApolloClient } from '@apollo/client';
import { print } from '@apollo/client/utilities';
import { type Request, wordings } from './wordings';

/** What the page has asked for as it stands, with its search, filter and order; null where it has asked for nothing of this name. */
export function requestOf(client: ApolloClient, name: string): Request | null {
  const asked = [...client.getObservableQueries()].filter(({ queryName }) => queryName === name).at(-1);
  // As it was written: what is sent has `__typename` in every place besides.
  return asked ? { query: print(asked.options.query), variables: asked.variables } : null;
}

/** To the clipboard. Shape: the sentence that tells how it went, and whether well. Errors: none. */
export async function copyQuery(
  client: ApolloClient,
  name: string,
  tenant: string,
  as: keyof typeof wordings,
): Promise<{ text: string; tone?: 'danger' }> {
  const request = requestOf(client, name);
  if (!request) return { text: 'The page has asked for nothing yet. Try again when it is loaded.', tone: 'danger' };
  try {
    // Absent where the page came over plain HTTP from another machine.
    await navigator.clipboard.writeText(wordings[as](request, { url: `${location.origin}/graphql`, tenant }));
    return { text: 'Copied' };
  } catch {
    return { text: 'The browser does not allow copying here.', tone: 'danger' };
  }
}
