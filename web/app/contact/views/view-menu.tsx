import { useApolloClient } from '@apollo/client/react';
import { Bookmark, ChevronDown, Pencil, Save, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { usePermissionCheck } from '../../access/permissions';
import { useAction } from '../../access/use-action';
import { SaveContactViewDocument, type SaveContactViewInput } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu';
import { useToast } from '../../ui/toaster';
import type { ListAddress } from '../list/list-address';
import { inputOf, rereadViews, useRemoveView } from './use-remove-view';
import { addressOf, type ContactView, viewOf } from './view-address';
import { ViewDialog } from './view-dialog';

export interface ViewMenuProps {
  /** That is open. */
  view: ContactView | null;
  /** Whether the list stands as it has it. */
  isKept: boolean;
  address: ListAddress;
  columns: readonly string[];
  onChange: (address: ListAddress) => void;
}

/** Views are changed by who made them; those of everybody by admins, too. */
export function ViewMenu({ view, isKept, address, columns, onChange }: ViewMenuProps) {
  const may = usePermissionCheck();
  const [editing, setEditing] = useState<SaveContactViewInput | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { keep, remove } = useViewChanges();
  if (!may('contacts:write')) return null;
  const mayChange = view !== null && (view.isMine || may('tenant:admin'));
  const listed = viewOf(address, columns);
  const edit = (input: SaveContactViewInput) => {
    setEditing(input);
    setIsOpen(true);
  };
  const saveAsNew = () => edit({ name: '', isShared: false, ...listed });
  const open = (saved: ContactView) => onChange(addressOf(saved));
  return (
    <>
      {view === null && !isKept && (
        <Button variant="quiet" size="small" icon={<Bookmark aria-hidden="true" />} onClick={saveAsNew}>
          Save view
        </Button>
      )}
      {view !== null && (
        <Menu
          align="start"
          trigger={
            <Button variant="quiet" size="small">
              <span className="sr-only">{view.name}: </span>
              {isKept ? 'View' : 'Changed'}
              <ChevronDown aria-hidden="true" />
            </Button>
          }
        >
          {!isKept && mayChange && (
            <MenuItem
              icon={<Save aria-hidden="true" />}
              onSelect={() => void keep({ ...listed, id: view.id, name: view.name, isShared: view.isShared }, open)}
            >
              Save changes
            </MenuItem>
          )}
          {!isKept && (
            <>
              <MenuItem icon={<Bookmark aria-hidden="true" />} onSelect={saveAsNew}>
                Save as a new view…
              </MenuItem>
              <MenuItem icon={<Undo2 aria-hidden="true" />} onSelect={() => onChange(addressOf(view))}>
                Take back changes
              </MenuItem>
              {mayChange && <MenuSeparator />}
            </>
          )}
          {mayChange && (
            <>
              <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => edit({ id: view.id, ...inputOf(view) })}>
                Rename or share…
              </MenuItem>
              <MenuItem
                icon={<Trash2 aria-hidden="true" />}
                tone="danger"
                onSelect={() => void remove(view).then((isGone) => isGone && onChange({ ...address, view: null }))}
              >
                Delete view
              </MenuItem>
            </>
          )}
          {isKept && !mayChange && (
            <MenuItem icon={<Bookmark aria-hidden="true" />} onSelect={saveAsNew}>
              Save as a view of yours…
            </MenuItem>
          )}
        </Menu>
      )}
      {editing && <ViewDialog view={editing} isOpen={isOpen} onOpenChange={setIsOpen} onSaved={open} />}
    </>
  );
}

function useViewChanges() {
  const client = useApolloClient();
  const toast = useToast();
  const { act } = useAction();
  const remove = useRemoveView();
  const keep = async (input: SaveContactViewInput, onKept: (view: ContactView) => void) => {
    let kept: ContactView | null | undefined;
    await act(async () => {
      const { data } = await client.mutate({ mutation: SaveContactViewDocument, variables: { input } });
      kept = data?.saveContactView.contactView;
      return data?.saveContactView.userErrors;
    });
    if (!kept) return;
    toast({ text: `The view ${input.name} is saved.` });
    await rereadViews(client);
    onKept(kept);
  };
  return { keep, remove };
}
