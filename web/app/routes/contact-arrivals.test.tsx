import type { MockLink } from '@apollo/client/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OlderMessagesDocument } from '../generated/graphql';
import { newColleague } from '../testing/actor';
import {
  contactPage,
  list,
  live,
  message,
  messagesOf,
  renderContact,
  sends,
  thread,
  write,
} from '../testing/contact-page';

test('what the contact writes appears, is announced, and takes no focus', async () => {
  renderContact([contactPage(), thread('talk', [message(1, 'Hello')]), live(message(2, 'One more thing'))]);
  await userEvent.type(await screen.findByLabelText('Message to Ann Lee'), 'I am writing');

  expect(await list().findByText('One more thing')).toBeVisible();
  expect(screen.getByText('New message: One more thing')).toHaveAttribute('aria-live', 'polite');
  expect(screen.getByLabelText('Message to Ann Lee')).toHaveFocus();
  expect(screen.getByLabelText('Message to Ann Lee')).toHaveValue('I am writing');
});

test('what a colleague writes appears with their name, though the same words are on their way from here', async () => {
  const bens = { ...message(2, 'Hello!', 'USER'), author: newColleague('ben', 'Ben Baker') };
  const { mocks } = sends('fails');
  renderContact([contactPage(), thread('talk', [message(1, 'Hello')]), { ...live(bens), delay: 3_000 }, ...mocks]);

  await write('Hello!');

  expect(await list().findByText('Ben Baker')).toBeVisible();
  expect(screen.getByText('New message from Ben Baker: Hello!')).toHaveAttribute('aria-live', 'polite');
  expect(list().getAllByText('Hello!')).toHaveLength(2);
});

test('earlier messages are loaded on demand, until the first', async () => {
  const older: MockLink.MockedResponse = {
    request: { query: OlderMessagesDocument, variables: { id: 'talk', before: 'cursor', size: 50 } },
    result: { data: { conversation: messagesOf('talk', [message(1, 'The very first')]) } },
  };
  renderContact([contactPage(), thread('talk', [message(2, 'Hello')], 'cursor'), older]);

  await userEvent.click(await screen.findByRole('button', { name: 'Show earlier messages' }));

  expect(await list().findByText('The very first')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Show earlier messages' })).not.toBeInTheDocument();
  expect(screen.getByText('The conversation begins here')).toBeVisible();
});
