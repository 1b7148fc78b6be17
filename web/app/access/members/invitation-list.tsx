import type { InvitationRow_InvitationFragment } from '../../generated/graphql';
import { useRevokeInvitationMutation } from '../../generated/graphql';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { RelativeTime } from '../../ui/relative-time';
import { useAction } from '../use-action';
import { labelOfRole } from './roles';

interface InvitationListProps {
  invitations: readonly InvitationRow_InvitationFragment[];
  onRevoked: () => void;
}

export const InvitationList = ({ invitations, onRevoked }: InvitationListProps) =>
  invitations.length > 0 && (
    <ul aria-label="Open invitations" className="flex flex-col border-line border-t">
      {invitations.map((invitation) => (
        <InvitationRow key={invitation.id} invitation={invitation} onRevoked={onRevoked} />
      ))}
    </ul>
  );

interface InvitationRowProps {
  invitation: InvitationRow_InvitationFragment;
  onRevoked: () => void;
}

function InvitationRow({ invitation: { id, email, role, expiresAt }, onRevoked }: InvitationRowProps) {
  const [revoke] = useRevokeInvitationMutation();
  const { act, isBusy } = useAction();
  const takeBack = async () => {
    const isDone = await act(
      async () => (await revoke({ variables: { input: { id } } })).data?.revokeInvitation.userErrors,
    );
    if (isDone) onRevoked();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-5 py-3 last:border-0">
      <div className="flex min-w-40 flex-1 flex-col">
        <span className="truncate font-medium">{email}</span>
        <span className="text-detail text-ink-muted">
          Not answered yet · ends <RelativeTime at={expiresAt} />
        </span>
      </div>
      <div className="flex items-center gap-2">
        <Badge>{labelOfRole(role)}</Badge>
        <Button
          variant="quiet"
          size="small"
          aria-label={`Take back the invitation of ${email}`}
          isBusy={isBusy}
          onClick={() => void takeBack()}
        >
          Take back
        </Button>
      </div>
    </li>
  );
}
