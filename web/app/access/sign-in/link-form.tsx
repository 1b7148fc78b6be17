import { useState } from 'react';
import { useSignInWithLinkMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { explain } from '../explain';
import { FormMessage } from '../form-message';

interface LinkFormProps {
  token: string;
  onSignedIn: () => void;
}

/** A button, since programs that look at mails and chats open links as well, and this one is good once. */
export function LinkForm({ token, onSignedIn }: LinkFormProps) {
  const [signIn, { loading }] = useSignInWithLinkMutation();
  const [problem, setProblem] = useState<string | null>(null);
  const enter = async () => {
    setProblem(null);
    try {
      const { data } = await signIn({ variables: { input: { token } } });
      if (data?.signInWithLink.viewer) return onSignedIn();
      setProblem(data?.signInWithLink.userErrors[0]?.message ?? null);
    } catch (error) {
      setProblem(explain(error));
    }
  };
  return (
    <div className="flex flex-col gap-4">
      <FormMessage text={problem} />
      <Button variant="primary" size="large" isBusy={loading} onClick={() => void enter()} className="w-full">
        Sign in
      </Button>
    </div>
  );
}
