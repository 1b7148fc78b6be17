import { useApolloClient } from '@apollo/client/react';
import { Download, Merge, Tag, Trash2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMay } from '../../access/permissions';
import { actionOf } from '../../actions/registry';
import { ContactCountDocument, type ContactListQuery } from '../../generated/graphql';
import { LabelItems } from '../../labels/label-items';
import { Button } from '../../ui/button';
import { useNow } from '../../ui/clock';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { formatCount } from '../../ui/format';
import { IconButton } from '../../ui/icon-button';
import { lazyPart } from '../../ui/lazy-part';
import { Menu } from '../../ui/menu';
import { OnceOpen } from '../../ui/once-open';
import { ExportItems } from '../list/export-items';
import { type ListAddress, mostExported, variablesOf } from '../list/list-address';
import type { Many } from './change-many';
import { ChangeProgress } from './change-progress';
import { useChangeMany } from './use-change-many';

const MergeDialog = lazyPart(() => import('../merge/merge-dialog').then((parts) => parts.MergeDialog));

export type SelectionAct = 'label' | 'merge' | 'delete';

export interface SelectionBarProps {
  /** That are selected. */
  contacts: ContactListQuery['contacts']['nodes'];
  /** Whether these are all that the page shows, and the list has more. */
  hasMore: boolean;
  /** Of the list; as many as 1,000 where there may be more. */
  counted: number;
  address: ListAddress;
  columns: readonly string[];
  onClear: () => void;
  onReread: () => Promise<unknown>;
  /** What a key has asked for. */
  asked: SelectionAct | null;
  onAsked: (act: SelectionAct | null) => void;
}

/** What can be done with all that are selected. It stays for as long as something is under way. */
export function SelectionBar({
  contacts,
  hasMore,
  counted,
  address,
  columns,
  onClear,
  onReread,
  ...keys
}: SelectionBarProps) {
  const client = useApolloClient();
  const now = useNow();
  const mayWrite = useMay('contacts:write');
  // Of which it was said: whatever else is selected then is not all.
  const [allOf, setAllOf] = useState<string | null>(null);
  const [count, setCount] = useState<number | null>(null);
  const [isConfirming, setIsConfirming] = useState(false);
  const { change, progress, stop } = useChangeMany(onReread);
  const { asked, onAsked } = keys;
  const ids = contacts.map(({ id }) => id);
  const everything = hasMore && allOf === ids.join();
  const { orderBy: _, ...matching } = variablesOf(address, now);
  const many: Many = everything ? { matching } : { ids };
  const size = everything ? count : ids.length;
  const selectAll = async () => {
    setAllOf(ids.join());
    if (counted < countedTo) return setCount(counted);
    setCount(null);
    const query = { query: ContactCountDocument, variables: matching, fetchPolicy: 'no-cache' } as const;
    const { data } = await client.query(query).catch(() => ({ data: undefined }));
    setCount(data?.contacts.totalCount ?? null);
  };
  const remove = () => {
    const wanted = { isDeleted: true };
    void change(many, wanted, size, (who) => `${who} deleted, with their conversations.`);
    onClear();
  };
  const label = ({ id, name }: { id: string; name: string }, isOn: boolean) => {
    const wanted = isOn ? { addLabelIds: [id] } : { removeLabelIds: [id] };
    void change(many, wanted, size, (who) => (isOn ? `${who} labelled ${name}.` : `${name} taken off ${who}.`));
  };
  const askToRemove = () => (everything || ids.length > mostUnasked ? setIsConfirming(true) : remove());

  useEffect(() => {
    if (asked !== 'delete') return;
    onAsked(null);
    if (contacts.length > 0) askToRemove();
  });
  if (contacts.length === 0 && !progress) return null;
  return (
    <div
      role="toolbar"
      aria-label="Selected contacts"
      className="sticky bottom-20 z-30 mx-auto flex min-h-14 w-fit max-w-full flex-wrap items-center gap-x-1 rounded-card border border-line bg-raised px-2 py-2 shadow-raised md:bottom-4"
    >
      {progress ? (
        <ChangeProgress progress={progress} onStop={stop} />
      ) : (
        <>
          <span role="status" className="px-2 font-medium text-ink tabular-nums">
            {everything
              ? `All ${size === null ? '' : formatCount(size)} that match`
              : `${formatCount(ids.length)} selected`}
          </span>
          {hasMore && !everything && (
            <Button variant="quiet" size="small" className="text-accent-ink" onClick={() => void selectAll()}>
              Select all {counted < countedTo ? formatCount(counted) : ''} that match
            </Button>
          )}
          {mayWrite && (
            <>
              <Menu
                isOpen={asked === 'label'}
                onOpenChange={(isOpen) => onAsked(isOpen ? 'label' : null)}
                className="w-60"
                trigger={<IconButton label="Label" icon={<Tag aria-hidden="true" />} keys={keysOf('contacts.label')} />}
              >
                <LabelItems
                  isOn={(id) => !everything && contacts.every(({ labels }) => labels.some((one) => one.id === id))}
                  onLabel={label}
                />
              </Menu>
              {ids.length === 2 && !everything && (
                <IconButton
                  label="Merge"
                  keys={keysOf('contacts.merge')}
                  icon={<Merge aria-hidden="true" />}
                  onClick={() => onAsked('merge')}
                />
              )}
            </>
          )}
          {everything || ids.length <= mostExported ? (
            <Menu trigger={<IconButton label="Export" icon={<Download aria-hidden="true" />} />}>
              <ExportItems address={address} columns={columns} {...(!everything && { ids })} />
            </Menu>
          ) : (
            <IconButton
              label={`A file takes ${mostExported}, or all that match`}
              icon={<Download aria-hidden="true" />}
              aria-disabled="true"
              className="aria-disabled:opacity-55"
            />
          )}
          {mayWrite && (
            <IconButton
              label="Delete"
              keys={keysOf('contacts.delete')}
              icon={<Trash2 aria-hidden="true" />}
              onClick={askToRemove}
            />
          )}
          <IconButton label={actionOf('rows.clear').words} icon={<X aria-hidden="true" />} onClick={onClear} />
        </>
      )}
      <ConfirmDialog
        isOpen={isConfirming}
        onOpenChange={setIsConfirming}
        title={size === null ? 'Delete all that match?' : `Delete ${formatCount(size)} contacts?`}
        confirmLabel="Delete"
        onConfirm={remove}
      >
        Their conversations and messages go with them. All of it can be brought back for 30 days.
      </ConfirmDialog>
      <OnceOpen isOpen={asked === 'merge'}>
        {ids[0] !== undefined && ids[1] !== undefined && (
          <MergeDialog
            firstId={ids[0]}
            secondId={ids[1]}
            isOpen={asked === 'merge'}
            onOpenChange={(isOpen) => !isOpen && onAsked(null)}
            onMerged={() => {
              onClear();
              void onReread();
            }}
          />
        )}
      </OnceOpen>
    </div>
  );
}

/** The list itself counts no further. */
const countedTo = 1_000;
/** More than a page is deleted after a question alone, though it can be undone. */
const mostUnasked = 25;

const keysOf = (id: Parameters<typeof actionOf>[0]): readonly string[] => [actionOf(id).key ?? ''];
