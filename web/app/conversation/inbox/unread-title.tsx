import { useInboxCountsQuery } from '../../generated/graphql';

/** The tab's title, with how many conversations have something unread. */
export function UnreadTitle({ words }: { words: string }) {
  const unread = useInboxCountsQuery().data?.inboxCounts.unread ?? 0;
  return <title>{`${unread > 0 ? `(${unread}) ` : ''}${words} · Atrium`}</title>;
}
