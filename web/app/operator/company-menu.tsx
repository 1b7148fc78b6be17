import { Ban, Ellipsis, Play, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useAction } from '../access/use-action';
import { DeleteCompany } from '../companies/delete-company';
import {
  type FleetRow_TenantFragment,
  useRestoreCompanyMutation,
  useResumeCompanyMutation,
} from '../generated/graphql';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu';
import { useToast } from '../ui/toaster';
import { SuspendCompany } from './suspend-company';

interface CompanyMenuProps {
  company: FleetRow_TenantFragment;
  /** Of the company's state, by which it may have left what is shown. */
  onChanged: () => void;
}

/** What an operator can do to a company, as its state allows. */
export function CompanyMenu({ company, onChanged }: CompanyMenuProps) {
  const { id, name, status } = company;
  const [asking, setAsking] = useState<'suspend' | 'delete' | null>(null);
  const [resume] = useResumeCompanyMutation();
  const [restore] = useRestoreCompanyMutation();
  const { act } = useAction();
  const toast = useToast();
  const done = (text: string) => {
    setAsking(null);
    toast({ text });
    onChanged();
  };
  const open = async () => {
    const isDone = await act(
      async () => (await resume({ variables: { input: { id } } })).data?.resumeTenant.userErrors,
    );
    if (isDone) done(`${name} is in use again.`);
  };
  const takeBack = async () => {
    const isDone = await act(
      async () => (await restore({ variables: { input: { id } } })).data?.restoreTenant.userErrors,
    );
    if (isDone) done(`${name} is restored.`);
  };
  if (status === 'CREATING' || status === 'DROPPING') return null;
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            aria-label={`What can be done with ${name}`}
            className="inline-flex size-9 items-center justify-center rounded-control text-ink-muted hover:bg-sunken hover:text-ink max-md:size-10"
          >
            <Ellipsis aria-hidden="true" className="size-4.5" />
          </button>
        }
      >
        {status === 'ACTIVE' && (
          <MenuItem icon={<Ban aria-hidden="true" />} onSelect={() => setAsking('suspend')}>
            Suspend…
          </MenuItem>
        )}
        {status === 'SUSPENDED' && (
          <MenuItem icon={<Play aria-hidden="true" />} onSelect={() => void open()}>
            Open again
          </MenuItem>
        )}
        {status === 'DELETING' ? (
          <MenuItem icon={<Undo2 aria-hidden="true" />} onSelect={() => void takeBack()}>
            Restore
          </MenuItem>
        ) : (
          <>
            <MenuSeparator />
            <MenuItem tone="danger" icon={<Trash2 aria-hidden="true" />} onSelect={() => setAsking('delete')}>
              Delete…
            </MenuItem>
          </>
        )}
      </Menu>
      <SuspendCompany
        company={company}
        isOpen={asking === 'suspend'}
        onOpenChange={(isOpen) => setAsking(isOpen ? 'suspend' : null)}
        onSuspended={() => done(`${name} is suspended.`)}
      />
      <DeleteCompany
        company={company}
        isOpen={asking === 'delete'}
        onOpenChange={(isOpen) => setAsking(isOpen ? 'delete' : null)}
        onDeleted={() => done(`${name} is closed.`)}
      />
    </>
  );
}
