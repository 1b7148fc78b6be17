import { Check } from 'lucide-react';
import { useViewer } from '../../access/viewer';
import { useAssignableMembersQuery } from '../../generated/graphql';
import { classNames } from '../../ui/class-names';
import { MenuItem } from '../../ui/menu';

interface AssigneeChoicesProps {
  /** Null: anybody, or nobody. */
  chosenId: string | null;
  onChoose: (id: string | null) => void;
}

/** Whose conversations are to be shown. */
export function AssigneeChoices({ chosenId, onChoose }: AssigneeChoicesProps) {
  const viewer = useViewer();
  const { data, error } = useAssignableMembersQuery();
  const all = (data?.currentTenant.members.nodes ?? []).filter(({ role }) => role !== 'VIEWER');
  const others = all.map(({ account }) => account).filter(({ id }) => id !== viewer?.id);
  const choices = [
    { id: null, name: 'Anybody' },
    ...(viewer ? [{ id: viewer.id, name: 'Me' }] : []),
    ...others.map(({ id, name }) => ({ id, name })),
  ];
  return (
    <>
      {choices.map(({ id, name }) => (
        <MenuItem
          key={id}
          role="menuitemradio"
          aria-checked={id === chosenId}
          icon={<Check aria-hidden="true" className={classNames(id !== chosenId && 'invisible')} />}
          onSelect={() => onChoose(id)}
        >
          <span className="min-w-0 flex-1 truncate">{name}</span>
        </MenuItem>
      ))}
      {!data && (
        <p className="px-2.5 py-1.5 text-ink-muted">{error ? 'The members could not be loaded.' : 'Loading…'}</p>
      )}
    </>
  );
}
