import { render } from '@testing-library/react';
import type { ConversationPreview_ConversationFragment, SenderType } from '../generated/graphql';
import { ConversationPreview } from './conversation-preview';

const newConversation = (
  senderType: SenderType | null,
  status: ConversationPreview_ConversationFragment['status'] = 'ACTIVE',
): ConversationPreview_ConversationFragment => ({
  __typename: 'Conversation',
  status,
  snoozedUntil: status === 'SNOOZED' ? '2026-11-24T09:30:00.000Z' : null,
  lastMessage: senderType && { __typename: 'Message', id: 'm', content: 'Thanks!', senderType },
});

test.each([
  ['nothing yet', newConversation(null), 'Ann Lee', /^No message yet$/],
  ['one of ours', newConversation('USER'), 'Ann Lee', /^You: Thanks!$/],
  ['the contact’s', newConversation('CONTACT'), 'Ann Lee', /^Ann: Thanks!$/],
  ['the contact’s, beside the name', newConversation('CONTACT'), undefined, /^Thanks!$/],
  ['a note', newConversation('SYSTEM'), 'Ann Lee', /^Thanks!$/],
  ['a note that it was put off', newConversation('SYSTEM', 'SNOOZED'), undefined, /^Until Tue,? 24 Nov,? 09:30$/],
  ['the contact’s in one put off', newConversation('CONTACT', 'SNOOZED'), undefined, /^Thanks!$/],
])('the last message in a line: %s', (_title, conversation, contactName, line) => {
  const { container } = render(
    <ConversationPreview conversation={conversation} {...(contactName && { contactName })} />,
  );

  expect(container).toHaveTextContent(line);
});
