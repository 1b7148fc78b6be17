import { useState } from 'react';
import { useAcceptInvitationMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { explain } from '../explain';
import { FormMessage } from '../form-message';

interface AcceptInvitationProps {
  token: string;
  onAccepted: (slug: string) => void;
}

export function AcceptInvitation({ token, onAccepted }: AcceptInvitationProps) {
  const [accept, { loading }] = useAcceptInvitationMutation();
  const [problem, setProblem] = useState<string | null>(null);
  const join = async () => {
    setProblem(null);
    try {
      const { data } = await accept({ variables: { input: { token } } });
      if (data?.acceptInvitation.tenant) return onAccepted(data.acceptInvitation.tenant.slug);
      setProblem(data?.acceptInvitation.userErrors[0]?.message ?? null);
    } catch (error) {
      setProblem(explain(error));
    }
  };
  return (
    <div className="flex flex-col gap-4">
      <FormMessage text={problem} />
      <Button variant="primary" size="large" isBusy={loading} onClick={() => void join()} className="w-full">
        Join the company
      </Button>
    </div>
  );
}
