import { useApolloClient } from '@apollo/client/react';
import { AssignableMembersDocument } from '../../generated/graphql';
import { mentionedIn } from '../mentions';

/** The members are known as a rule, from the list that `@` opens; a note does not wait longer for them. */
const patienceMs = 3_000;

/** Ids of the members whom a note mentions; none where they cannot be had. */
export function useMentions(): (content: string) => Promise<string[]> {
  const client = useApolloClient();
  return async (content) => {
    if (!content.includes('@')) return [];
    const answer = client.query({ query: AssignableMembersDocument }).catch(() => null);
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
    const members = (await Promise.race([answer, late]))?.data?.currentTenant.members.nodes ?? [];
    return mentionedIn(
      content,
      members.map(({ account }) => account),
    );
  };
}
