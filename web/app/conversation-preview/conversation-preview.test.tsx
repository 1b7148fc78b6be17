import { render } from '@testing-library/react';
import type { Actor } from '../access/actor';
import { ViewerProvider } from '../access/viewer';
import type { ConversationPreview_ConversationFragment, SenderType } from '../generated/graphql';
import { newColleague, newProgram, viewer } from '../testing/actor';
import { ConversationPreview } from './conversation-preview';

const newConversation = (
  senderType: SenderType | null,
  author: Actor | null = viewer,
  status: ConversationPreview_ConversationFragment['status'] = 'ACTIVE',
): ConversationPreview_ConversationFragment => ({
  __typename: 'Conversation',
  status,
  snoozedUntil: status === 'SNOOZED' ? '2026-11-24T09:30:00.000Z' : null,
  lastMessage: senderType && { __typename: 'Message', id: 'm', content: 'Thanks!', senderType, author },
});

test.each([
  ['nothing yet', newConversation(null), 'Ann Lee', /^No message yet$/],
  ['one of ours', newConversation('USER'), 'Ann Lee', /^You: Thanks!$/],
  ['a colleague’s', newConversation('USER', newColleague('ben', 'Ben Baker')), 'Ann Lee', /^Ben: Thanks!$/],
  ['a program’s', newConversation('USER', newProgram('key', 'Mail gateway')), 'Ann Lee', /^Mail gateway: Thanks!$/],
  ['one from before accounts', newConversation('USER', null), 'Ann Lee', /^Before sign-in: Thanks!$/],
  ['the contact’s', newConversation('CONTACT'), 'Ann Lee', /^Ann: Thanks!$/],
  ['the contact’s, beside the name', newConversation('CONTACT'), undefined, /^Thanks!$/],
  ['a note', newConversation('SYSTEM'), 'Ann Lee', /^You: Thanks!$/],
  [
    'a note that it was put off',
    newConversation('SYSTEM', viewer, 'SNOOZED'),
    undefined,
    /^Until Tue,? 24 Nov,? 09:30$/,
  ],
  ['the contact’s in one put off', newConversation('CONTACT', viewer, 'SNOOZED'), undefined, /^Thanks!$/],
])('the last message in a line: %s', (_title, conversation, contactName, line) => {
  const { container } = render(
    <ViewerProvider viewer={viewer}>
      <ConversationPreview conversation={conversation} {...(contactName && { contactName })} />
    </ViewerProvider>,
  );

  expect(container).toHaveTextContent(line);
});
