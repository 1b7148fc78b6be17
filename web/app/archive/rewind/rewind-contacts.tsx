import { useState } from 'react';
import { useAction } from '../../access/use-action';
import {
  type RewindContactsQuery,
  TasksDocument,
  useRewindContactsQuery,
  useTakeOverMutation,
} from '../../generated/graphql';
import { PagePart } from '../../shell/page-part';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { EmptyState } from '../../ui/empty-state';
import { formatCount, formatPlural } from '../../ui/format';
import { MoreButton } from '../../ui/more-button';
import { useSelection } from '../../ui/use-selection';

interface RewindContactsProps {
  rewindId: string;
  /** Contacts that were not there then: these stay. */
  added: number;
}

type Connection = RewindContactsQuery['rewindContacts'];

const kinds: Readonly<Record<string, string>> = {
  added: 'Added since: stays',
  changed: 'Changed',
  deleted: 'Deleted',
  conversations: 'Conversations differ',
};

/** The API takes no more by their ids. */
const mostChosen = 1_000;

/** Which contacts are not what they were, and the way back for chosen ones or all. */
export function RewindContacts({ rewindId, added }: RewindContactsProps) {
  const result = useRewindContactsQuery({ variables: { rewindId } });
  return (
    <PagePart result={result} loadingLabel="The contacts are loading">
      {({ rewindContacts }) =>
        rewindContacts.nodes.length === 0 ? (
          <EmptyState title="No contact differs" className="border-line border-t">
            The company is what it was, or the comparison is over: it is kept for two days.
          </EmptyState>
        ) : (
          <Choice
            rewindId={rewindId}
            added={added}
            contacts={rewindContacts}
            onMore={() => result.fetchMore({ variables: { after: rewindContacts.pageInfo.endCursor } })}
          />
        )
      }
    </PagePart>
  );
}

interface ChoiceProps extends RewindContactsProps {
  contacts: Connection;
  onMore: () => Promise<unknown>;
}

function Choice({ rewindId, added, contacts: { nodes, pageInfo, totalCount }, onMore }: ChoiceProps) {
  const earlier = nodes.filter(({ kind }) => kind !== 'added');
  const { selectedIds, toggle, selectAll, clear } = useSelection(earlier.map(({ id }) => id));
  const [asked, setAsked] = useState<'chosen' | 'all' | null>(null);
  const [takeOver] = useTakeOverMutation({ refetchQueries: [TasksDocument], awaitRefetchQueries: true });
  const { act, isBusy } = useAction();
  const ofAll = Math.max(totalCount - added, 0);
  const count = asked === 'all' ? ofAll : selectedIds.length;
  const confirm = async () => {
    const which = asked === 'all' ? { all: true } : { contactIds: [...selectedIds] };
    const input = { rewindId, ...which };
    if (await act(async () => (await takeOver({ variables: { input } })).data?.takeOver.userErrors)) clear();
    setAsked(null);
  };
  return (
    <>
      <ul aria-label="Contacts that differ" className="flex flex-col border-line border-t">
        {nodes.map((contact) => (
          <Row
            key={contact.id}
            contact={contact}
            isChosen={selectedIds.includes(contact.id)}
            onToggle={() => toggle(contact.id, false)}
          />
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <MoreButton size="small" className="m-3 self-center" onMore={onMore}>
          Load more
        </MoreButton>
      )}
      <div className="flex flex-wrap items-center gap-2 border-line border-t px-5 py-4">
        <Button
          variant="primary"
          disabled={selectedIds.length === 0 || selectedIds.length > mostChosen}
          onClick={() => setAsked('chosen')}
        >
          Take over {formatCount(selectedIds.length)} chosen…
        </Button>
        <Button disabled={ofAll === 0} onClick={() => setAsked('all')}>
          Take over all {formatCount(ofAll)}…
        </Button>
        <Button
          variant="quiet"
          disabled={earlier.length === 0}
          onClick={selectedIds.length === earlier.length ? clear : selectAll}
        >
          {selectedIds.length === earlier.length && earlier.length > 0 ? 'Choose none' : 'Choose all shown'}
        </Button>
        {selectedIds.length > mostChosen && (
          <p role="status" className="w-full text-ink-muted">
            At most {formatCount(mostChosen)} can be chosen at a time.
          </p>
        )}
      </div>
      <ConfirmDialog
        isOpen={asked !== null}
        onOpenChange={(isOpen) => !isOpen && setAsked(null)}
        title={`Make ${formatPlural(count, 'contact')} what they were?`}
        confirmLabel="Take over"
        tone="danger"
        isBusy={isBusy}
        onConfirm={() => void confirm()}
      >
        Each becomes again what it was, with its labels, notes, conversations and messages: messages that came into
        these conversations since are gone. Contacts and conversations that were begun since stay, and so does everybody
        else. Before, an archive is made of how all of it is now: it can be looked back at in the same way.
      </ConfirmDialog>
    </>
  );
}

interface RowProps {
  contact: Connection['nodes'][number];
  isChosen: boolean;
  onToggle: () => void;
}

function Row({ contact: { name, kind }, isChosen, onToggle }: RowProps) {
  const what = (
    <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
      <span className="[overflow-wrap:anywhere]">{name}</span>
      <Badge tone={kind === 'deleted' ? 'danger' : 'neutral'}>{kinds[kind] ?? kind}</Badge>
    </span>
  );
  return (
    <li className="border-line border-b px-3 py-1 last:border-0">
      {kind === 'added' ? (
        <div className="py-1 pr-2 pl-8.5 text-ink-muted">{what}</div>
      ) : (
        <Checkbox isChecked={isChosen} onChange={onToggle}>
          {what}
        </Checkbox>
      )}
    </li>
  );
}
