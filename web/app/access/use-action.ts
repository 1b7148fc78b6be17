import { useState } from 'react';
import { statusOf } from '../apollo/api-error';
import { useToast } from '../ui/toaster';
import { explain } from './explain';
import type { UserError } from './use-input-form';

/** One act of a page, such as a press on "Remove": while it runs, and what is said where it is refused. Answers whether it was done. */
export function useAction() {
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const act = async (send: () => Promise<readonly UserError[] | undefined>): Promise<boolean> => {
    setIsBusy(true);
    try {
      const [problem] = (await send()) ?? [];
      if (problem) toast({ text: problem.message, tone: 'danger' });
      return problem === undefined;
    } catch (error) {
      // Whoever is signed out is asked to sign in, which says enough.
      if (statusOf(error) !== 401) toast({ text: explain(error), tone: 'danger' });
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  return { act, isBusy };
}
