import { useState } from 'react';
import { statusOf } from '../apollo/api-error';
import { useApolloClients } from '../apollo/provider';
import { useSignOutMutation } from '../generated/graphql';
import { countUnsent, giveUpUnsent } from '../outbox/unsent';
import { explain } from './explain';
import { forgetPerson } from './forget-person';
import { openAnew } from './open-anew';

export type SignOut = ReturnType<typeof useSignOut>;

/**
 * Ends the session and takes with it all that this browser holds of the account; asks first where some of it was never sent.
 * Shape: `problem` where the API could not be told; `question` is what `SignOutQuestion` takes.
 */
export function useSignOut(next = '/sign-in') {
  const clients = useApolloClients();
  const [end] = useSignOutMutation({ client: clients.of(null).apollo });
  const [problem, setProblem] = useState<string | null>(null);
  const [unsent, setUnsent] = useState(0);
  const stay = () => setUnsent(0);
  const leave = async () => {
    stay();
    try {
      await end();
    } catch (error) {
      // A session that is over already is what was wanted.
      if (statusOf(error) !== 401) return setProblem(explain(error));
    }
    giveUpUnsent();
    await clients.clear();
    await forgetPerson();
    openAnew(next);
  };
  const signOut = async () => {
    const count = await countUnsent();
    if (count > 0) setUnsent(count);
    else await leave();
  };
  return { signOut, problem, question: { unsent, stay, leave: () => void leave() } };
}
