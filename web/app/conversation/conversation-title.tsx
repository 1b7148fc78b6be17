import { LocalTime } from '../ui/relative-time';

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };

/** The subject, or the day it began. */
export const ConversationTitle = ({
  conversation: { subject, createdAt },
}: {
  conversation: { subject: string | null; createdAt: string };
}) =>
  subject ?? (
    <>
      Conversation of <LocalTime at={createdAt} format={day} />
    </>
  );
