import type { ConversationTitle_ConversationFragment } from '../generated/graphql';
import { LocalTime } from '../ui/relative-time';

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };

interface ConversationTitleProps {
  conversation: ConversationTitle_ConversationFragment;
}

/** The subject, else what was said first, else the day it began. */
export const ConversationTitle = ({ conversation: { subject, openingWords, createdAt } }: ConversationTitleProps) =>
  subject ??
  openingWords ?? (
    <>
      Conversation of <LocalTime at={createdAt} format={day} />
    </>
  );
