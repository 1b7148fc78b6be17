import { useState } from 'react';
import { statusOf } from '../apollo/api-error';
import { useApolloClients } from '../apollo/provider';
import { useSignOutMutation } from '../generated/graphql';
import { forgetPerson } from './forget-person';
import { openAnew } from './open-anew';
import { explain } from './use-input-form';

/** Ends the session and takes with it all that this browser holds of the account. Shape: `problem` where the API could not be told. */
export function useSignOut(next = '/sign-in') {
  const clients = useApolloClients();
  const [end] = useSignOutMutation({ client: clients.of(null).apollo });
  const [problem, setProblem] = useState<string | null>(null);
  const signOut = async () => {
    try {
      await end();
    } catch (error) {
      // A session that is over already is what was wanted.
      if (statusOf(error) !== 401) return setProblem(explain(error));
    }
    await clients.clear();
    await forgetPerson();
    openAnew(next);
  };
  return { signOut, problem };
}
