import { Check, UserRoundX } from 'lucide-react';
import { useViewer } from '../../access/viewer';
import { useAssignableMembersQuery, type Work_ConversationFragment } from '../../generated/graphql';
import { Avatar } from '../../ui/avatar';
import { MenuItem, MenuSeparator } from '../../ui/menu';
import type { Work } from './use-work';

interface AssignItemsProps {
  conversations: readonly Work_ConversationFragment[];
  onAssign: Work['assign'];
}

/** Oneself first, then nobody, then the others who may write. */
export function AssignItems({ conversations, onAssign }: AssignItemsProps) {
  const viewer = useViewer();
  const { data, error } = useAssignableMembersQuery();
  const all = (data?.currentTenant.members.nodes ?? []).filter(({ role }) => role !== 'VIEWER');
  const members = all.map(({ account }) => account).filter(({ id }) => id !== viewer?.id);
  const isAssignedTo = (id: string | null) =>
    conversations.length > 0 && conversations.every(({ assignee }) => (assignee?.id ?? null) === id);
  const person = (member: NonNullable<Work_ConversationFragment['assignee']>, words: string) => (
    <MenuItem key={member.id} icon={<Avatar name={member.name} size="small" />} onSelect={() => onAssign(member)}>
      <span className="min-w-0 flex-1 truncate">{words}</span>
      {isAssignedTo(member.id) && <Check aria-label="chosen" />}
    </MenuItem>
  );
  return (
    <>
      {viewer && person({ __typename: 'Account', id: viewer.id, name: viewer.name }, 'Me')}
      <MenuItem icon={<UserRoundX aria-hidden="true" className="mx-1" />} onSelect={() => onAssign(null)}>
        <span className="flex-1">Nobody</span>
        {isAssignedTo(null) && <Check aria-label="chosen" />}
      </MenuItem>
      {(members.length > 0 || !data) && <MenuSeparator />}
      {members.map((member) => person(member, member.name))}
      {!data && (
        <p className="px-2.5 py-1.5 text-ink-muted">{error ? 'The members could not be loaded.' : 'Loading…'}</p>
      )}
    </>
  );
}
