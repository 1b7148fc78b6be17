import { MessageSquareQuote } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { useViewer } from '../../access/viewer';
import { useAssignableMembersQuery, useCannedRepliesQuery } from '../../generated/graphql';
import { Avatar } from '../../ui/avatar';
import { fillPlaceholders } from './placeholders';
import { type ListWiring, SuggestionList } from './suggestion-list';
import type { Token } from './token';

interface SuggestionsProps extends ListWiring {
  token: Token;
  contactName: string;
}

/** More would be searched with the eyes instead of a further letter. */
const mostShown = 8;

/** The list that a token asks for. */
export const Suggestions = ({ token, ...props }: SuggestionsProps) =>
  token.kind === '@' ? (
    <Members key={token.words} words={token.words} {...props} />
  ) : (
    <CannedReplies key={token.words} words={token.words} {...props} />
  );

type PartProps = Omit<SuggestionsProps, 'token'> & { words: string };

/** Colleagues; nobody mentions themselves. */
function Members({ words, contactName: _, ...wiring }: PartProps) {
  const viewerId = useViewer()?.id;
  const { data, error } = useAssignableMembersQuery();
  const members = data?.currentTenant.members.nodes.map(({ account }) => account) ?? [];
  const fitting = ranked(
    members.filter(({ id }) => id !== viewerId),
    words,
    ({ name }) => [name],
  );
  if (data && fitting.length === 0) return null;
  return (
    <SuggestionList
      {...wiring}
      label="Members"
      items={fitting.map(({ id, name }) => ({
        id,
        words: name,
        icon: <Avatar name={name} size="small" />,
        inserted: `@${name}`,
      }))}
      isLoading={!data && !error}
      empty={<Hint>{error ? 'The members could not be loaded.' : 'Loading…'}</Hint>}
    />
  );
}

function CannedReplies({ words, contactName, ...wiring }: PartProps) {
  const viewer = useViewer();
  const { tenantId } = useParams();
  const { data, error } = useCannedRepliesQuery();
  const values = { 'contact.name': contactName, ...(viewer && { 'me.name': viewer.name }) };
  const fitting = ranked(data?.cannedReplies ?? [], words, ({ name, content }) => [name, content]);
  if (data && fitting.length === 0 && words !== '') return null;
  return (
    <SuggestionList
      {...wiring}
      label="Canned replies"
      items={fitting.map(({ id, name, content }) => ({
        id,
        words: name,
        hint: content,
        icon: <MessageSquareQuote aria-hidden="true" />,
        inserted: fillPlaceholders(content, values),
      }))}
      isLoading={!data && !error}
      empty={
        data ? (
          <Hint>
            There are no canned replies yet.{' '}
            <Link to={`/tenant/${tenantId}/settings/canned-replies`} className="text-accent-ink underline">
              Write one
            </Link>
          </Hint>
        ) : (
          <Hint>{error ? 'The canned replies could not be loaded.' : 'Loading…'}</Hint>
        )
      }
    />
  );
}

const Hint = ({ children }: { children: React.ReactNode }) => (
  <p className="px-2.5 py-1.5 text-ink-muted">{children}</p>
);

/** Those whose texts hold the words: first those whose first text begins with them. */
function ranked<T>(all: readonly T[], words: string, textsOf: (item: T) => readonly string[]): T[] {
  const wanted = words.trim().toLowerCase();
  const begins = (item: T) => textsOf(item)[0]?.toLowerCase().startsWith(wanted) ?? false;
  const fitting = all.filter((item) => textsOf(item).some((text) => text.toLowerCase().includes(wanted)));
  return [...fitting.filter(begins), ...fitting.filter((item) => !begins(item))].slice(0, mostShown);
}
