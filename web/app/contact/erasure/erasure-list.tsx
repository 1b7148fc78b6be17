import { nameOfActor } from '../../access/actor';
import { useViewer } from '../../access/viewer';
import type { ErasuresQuery } from '../../generated/graphql';
import { CardSection } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { MoreButton } from '../../ui/more-button';
import { LocalTime } from '../../ui/relative-time';
import { Receipt } from './receipt';

interface ErasureListProps {
  erasures: ErasuresQuery['erasures'];
  onMore: () => Promise<unknown>;
}

/** Whom the company has erased, each with its receipt. */
export function ErasureList({ erasures: { nodes, pageInfo }, onMore }: ErasureListProps) {
  const viewerId = useViewer()?.id;
  return (
    <CardSection id="erasures" title="Erased contacts">
      {nodes.length === 0 ? (
        <EmptyState title="Nobody was erased">
          Erase a contact from its page; the receipt stays here, with nothing personal in it.
        </EmptyState>
      ) : (
        <ul className="flex flex-col border-line border-t">
          {nodes.map((receipt) => (
            <li key={receipt.id} className="border-line border-b px-5 py-3 last:border-0">
              <details>
                <summary className="cursor-pointer rounded-sm text-ink [overflow-wrap:anywhere]">
                  <LocalTime at={receipt.erasedAt} format={{ dateStyle: 'medium', timeStyle: 'short' }} />
                  <span className="text-ink-muted">
                    {' '}
                    · {receipt.erasedBy ? nameOfActor(receipt.erasedBy, viewerId) : 'The operator'}
                  </span>
                  <span className="block pl-4 font-mono text-detail text-ink-muted">{receipt.contactId}</span>
                </summary>
                <div className="pt-3 pl-4">
                  <Receipt receipt={receipt} />
                </div>
              </details>
            </li>
          ))}
        </ul>
      )}
      {pageInfo.hasNextPage && (
        <div className="flex justify-center p-3">
          <MoreButton size="small" onMore={onMore}>
            Load older
          </MoreButton>
        </div>
      )}
    </CardSection>
  );
}
