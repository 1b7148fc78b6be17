import { useState } from 'react';
import {
  type MemberRow_MembershipFragment,
  useChangeMemberRoleMutation,
  useRemoveMemberMutation,
} from '../../generated/graphql';
import { Avatar } from '../../ui/avatar';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { SelectField } from '../../ui/select-field';
import { openAnew } from '../open-anew';
import { useMay } from '../permissions';
import { useAction } from '../use-action';
import { labelOfRole, rolesToGive } from './roles';

interface MemberRowProps {
  member: MemberRow_MembershipFragment;
  isOneself: boolean;
  companyName: string;
  onRemoved: () => void;
}

/** Who belongs to the company. What is offered is what the viewer may do with this member. */
export function MemberRow({ member, isOneself, companyName, onRemoved }: MemberRowProps) {
  const { account, role } = member;
  const [isAdmin, isOwner] = [useMay('tenant:admin'), useMay('tenant:own')];
  const mayChange = isAdmin && (isOwner || role !== 'OWNER');
  const [isAsking, setIsAsking] = useState(false);
  const [changeRole] = useChangeMemberRoleMutation();
  const [remove] = useRemoveMemberMutation();
  const { act, isBusy } = useAction();

  const change = (next: typeof role) =>
    act(async () => {
      const { data } = await changeRole({ variables: { input: { id: member.id, role: next } } });
      // What the viewer may do here has changed.
      if (isOneself && data?.changeMemberRole.membership) openAnew(window.location.pathname);
      return data?.changeMemberRole.userErrors;
    });
  const leave = async () => {
    const isDone = await act(async () => {
      const { data } = await remove({ variables: { input: { id: member.id } } });
      return data?.removeMember.userErrors;
    });
    setIsAsking(false);
    if (isDone) isOneself ? openAnew('/') : onRemoved();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-5 py-3 last:border-0">
      <Avatar name={account.name} />
      <div className="flex min-w-40 flex-1 flex-col">
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{account.name}</span>
          {isOneself && <Badge>You</Badge>}
        </span>
        <span className="truncate text-detail text-ink-muted">{account.email}</span>
      </div>
      <div className="flex items-center gap-2">
        {mayChange ? (
          <div className="w-32">
            <SelectField
              label={`Role of ${account.name}`}
              isLabelHidden
              value={role}
              options={rolesToGive(isOwner)}
              onChange={(next) => void change(next)}
              isDisabled={isBusy}
            />
          </div>
        ) : (
          <Badge>{labelOfRole(role)}</Badge>
        )}
        {(mayChange || isOneself) && (
          <Button
            variant="quiet"
            size="small"
            aria-label={isOneself ? undefined : `Remove ${account.name}`}
            onClick={() => setIsAsking(true)}
          >
            {isOneself ? 'Leave' : 'Remove'}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={isOneself ? `Leave ${companyName}?` : `Remove ${account.name}?`}
        confirmLabel={isOneself ? 'Leave the company' : 'Remove from the company'}
        tone="danger"
        isBusy={isBusy}
        onConfirm={() => void leave()}
      >
        {isOneself
          ? 'You see nothing of it any more, until somebody invites you again.'
          : `${account.name} sees nothing of ${companyName} from this moment on. What they wrote stays.`}
      </ConfirmDialog>
    </li>
  );
}
