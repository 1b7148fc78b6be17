import { useEffect, useRef, useState } from 'react';
import { type FinishSingleSignOnInput, useFinishSingleSignOnMutation } from '../../generated/graphql';
import { Spinner } from '../../ui/spinner';
import { explain } from '../explain';
import { FormMessage } from '../form-message';

interface FinishSignInProps {
  /** What the provider sent the browser back with. */
  input: FinishSingleSignOnInput;
  onSignedIn: (slug: string) => void;
}

/** Hands on what the provider sent, once: the API takes it no second time. */
export function FinishSignIn({ input, onSignedIn }: FinishSignInProps) {
  const [finish] = useFinishSingleSignOnMutation();
  const [problem, setProblem] = useState<string | null>(null);
  const isSent = useRef(false);
  useEffect(() => {
    if (isSent.current) return;
    isSent.current = true;
    finish({ variables: { input } })
      .then(({ data }) => {
        const { tenant, userErrors = [] } = data?.finishSingleSignOn ?? {};
        if (tenant) onSignedIn(tenant.slug);
        else setProblem(userErrors[0]?.message ?? 'You were not signed in: please begin again.');
      })
      .catch((error: unknown) => setProblem(explain(error)));
  });
  return problem === null ? (
    <p role="status" className="flex items-center gap-2">
      <Spinner /> You are being signed in…
    </p>
  ) : (
    <FormMessage text={problem} />
  );
}
