import { useState } from 'react';
import type { ConversationFilter, InboxQuery } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { useSelection } from '../../ui/use-selection';
import { type InboxAddress, type SavedView, sortOf } from './inbox-address';
import { InboxHeader } from './inbox-header';
import { InboxList } from './inbox-list';
import { InboxNews } from './inbox-news';
import { InboxSearch } from './inbox-search';
import { InboxSkeleton } from './inbox-skeleton';
import { NoConversations } from './no-conversations';
import { SelectionBar } from './selection-bar';
import { useInboxNews } from './use-inbox-news';
import type { InboxRows } from './use-inbox-rows';

export interface InboxPaneProps {
  inbox: InboxRows;
  pageInfo: InboxQuery['conversations']['pageInfo'] | undefined;
  openId: string | null;
  address: InboxAddress;
  /** The view that the address names; null where it names none, or one that is not there. */
  saved: SavedView | null;
  /** What both ask for. */
  filter: ConversationFilter;
  onSearch: (search: string) => void;
  isBusy: boolean;
  /** Of the company. */
  companyPath: string;
  onMore: () => Promise<unknown>;
  onReread: () => Promise<unknown>;
}

/** The list of conversations with its heading. Another search is another list under the same field. */
export const InboxPane = ({ onSearch, isBusy, ...list }: InboxPaneProps) => (
  <>
    <InboxHeader address={list.address} saved={list.saved} filter={list.filter} path={`${list.companyPath}/inbox`} />
    <InboxSearch search={list.address.search} onSearch={onSearch} isBusy={isBusy} />
    <InboxContent key={list.address.search} {...list} />
  </>
);

type InboxContentProps = Omit<InboxPaneProps, 'onSearch' | 'isBusy'>;

/** Null rows are on their way. */
function InboxContent(props: InboxContentProps) {
  const { inbox, pageInfo, openId, address, saved, filter, companyPath, onMore, onReread } = props;
  const { rows, forget } = inbox;
  const path = `${companyPath}/inbox`;
  const selection = useSelection((rows ?? []).map(({ id }) => id));
  const selected = (rows ?? []).filter(({ id }) => selection.selectedIds.includes(id));
  const news = useInboxNews(rows ?? [], filter, sortOf(address, saved));
  const more = useMore(pageInfo, onMore);
  const takeIn = () =>
    onReread().then(
      () => {
        news.forget();
        forget();
      },
      () => undefined,
    );
  return (
    <>
      <InboxNews count={news.count} onTakeIn={takeIn} />
      {rows === null && <InboxSkeleton />}
      {rows?.length === 0 && <NoConversations address={address} saved={saved} companyPath={companyPath} />}
      {rows && rows.length > 0 && (
        <InboxList
          rows={rows}
          openId={openId}
          address={address}
          filter={filter}
          selection={selection}
          path={path}
          onMore={more.canLoad ? more.load : null}
        />
      )}
      {selected.length > 0 && <SelectionBar conversations={selected} onClear={selection.clear} />}
      {more.hasFailed && (
        <div role="alert" className="flex items-center justify-between gap-2 border-line border-t px-4 py-2">
          <span className="text-danger-ink">More could not be loaded.</span>
          <Button size="small" onClick={more.load}>
            Try again
          </Button>
        </div>
      )}
    </>
  );
}

/** The next page: each is asked for once, and after a failure by its button alone. */
function useMore(pageInfo: InboxPaneProps['pageInfo'], onMore: () => Promise<unknown>) {
  const cursor = pageInfo?.hasNextPage ? pageInfo.endCursor : null;
  const [asked, setAsked] = useState<{ cursor: string | null | undefined; hasFailed: boolean } | null>(null);
  const load = () => {
    setAsked({ cursor, hasFailed: false });
    onMore().catch(() => setAsked({ cursor, hasFailed: true }));
  };
  const isAsked = asked?.cursor === cursor;
  return { canLoad: cursor != null && !isAsked, hasFailed: isAsked && asked?.hasFailed === true, load };
}
