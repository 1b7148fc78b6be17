import { skipToken } from '@apollo/client/react';
import { MessageSquare, MessagesSquare, StickyNote, UserRound } from 'lucide-react';
import { useNavigate } from 'react-router';
import { type CommandMenuSearchQuery, useCommandMenuSearchQuery } from '../generated/graphql';
import type { Command } from './commands';
import { MarkedText } from './marked-text';

type Hit = CommandMenuSearchQuery['search'][number];
type Line = Omit<Command, 'run' | 'isFound'> & { to: string };

/** What the company has by these words: contacts, conversations, messages. Null: nothing is looked for. */
export function useHits(search: string | null, path: string): { hits: Command[]; isBusy: boolean } {
  const navigate = useNavigate();
  const { data, previousData, loading } = useCommandMenuSearchQuery(
    search === null ? skipToken : { variables: { text: search } },
  );
  const found = search === null ? [] : ((data ?? previousData)?.search ?? []);
  const hits = found.map(lineOf).map(
    ({ to, ...line }): Command => ({
      ...line,
      isFound: true,
      run: () => void navigate(path + to),
    }),
  );
  return { hits, isBusy: loading };
}

/** Who, and what of it was found. */
function lineOf(hit: Hit): Line {
  switch (hit.__typename) {
    case 'ContactHit': {
      const { id, name, email, phone, company } = hit.contact;
      return {
        id: `contact ${id}`,
        group: 'Contacts',
        words: name,
        hint: [company, email ?? phone].filter(Boolean).join(' · '),
        icon: <UserRound aria-hidden="true" />,
        to: `/contacts/${id}`,
      };
    }
    case 'ConversationHit': {
      const { id, contact } = hit.conversation;
      return {
        id: `conversation ${id}`,
        group: 'Conversations',
        words: contact.name,
        hint: <MarkedText snippet={hit.snippet} />,
        icon: <MessagesSquare aria-hidden="true" />,
        to: `/inbox/${id}`,
      };
    }
    case 'MessageHit': {
      const { id, isNote, conversation } = hit.message;
      const Icon = isNote ? StickyNote : MessageSquare;
      return {
        id: `message ${id}`,
        group: 'Messages',
        words: conversation.contact.name,
        hint: (
          <>
            {isNote && 'Note: '}
            <MarkedText snippet={hit.snippet} />
          </>
        ),
        icon: <Icon aria-hidden="true" />,
        to: `/inbox/${conversation.id}`,
      };
    }
  }
}
