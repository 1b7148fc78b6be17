import type { MockLink } from '@apollo/client/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OlderMessagesDocument } from '../generated/graphql';
import { contactPage, list, message, messagesOf, renderContact, thread } from '../testing/contact-page';

const newest = message(6, 'Hello again', 'CONTACT', '2025-11-23');

/** The pages before, each with the cursor of the one before it. */
const older = (
  before: string,
  messages: ReturnType<typeof message>[],
  next: string | null,
): MockLink.MockedResponse => ({
  request: { query: OlderMessagesDocument, variables: { id: 'talk', before, size: 100 } },
  delay: 20,
  result: { data: { conversation: messagesOf('talk', messages, next) } },
});

const long = (messageCount = 120) => thread('talk', [newest], 'sixth', 'Delivery', undefined, { messageCount });

async function goTo(date: string) {
  const field = await screen.findByLabelText(/^Date/);
  fireEvent.change(field, { target: { value: date } });
  await userEvent.click(screen.getByRole('button', { name: 'Go' }));
}

test('a day in a long thread is loaded, with all before today, and the first message of it has the focus', async () => {
  renderContact([
    contactPage(),
    long(),
    older(
      'sixth',
      [message(4, 'Second of the day', 'CONTACT', '2025-11-10'), message(5, 'Later', 'CONTACT', '2025-11-12')],
      'fourth',
    ),
    older(
      'fourth',
      [message(2, 'Too early', 'CONTACT', '2025-11-01'), message(3, 'First of the day', 'CONTACT', '2025-11-10')],
      'second',
    ),
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Go to date…' }));
  await goTo('2025-11-10');

  await waitFor(() => expect(list().getByText('First of the day').closest('li')).toHaveFocus(), { timeout: 5_000 });
  expect(list().getByText('Second of the day')).toBeVisible();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('a day on which nobody wrote leads to the next message; the key asks for it too', async () => {
  renderContact([contactPage(), long(), older('sixth', [message(4, 'On the tenth', 'CONTACT', '2025-11-10')], null)]);
  await screen.findByRole('button', { name: 'Go to date…' });

  await userEvent.keyboard('d');
  await goTo('2025-11-15');

  await waitFor(() => expect(list().getByText('Hello again').closest('li')).toHaveFocus(), { timeout: 5_000 });
});

test('a day to come, and messages that cannot be had, are said where the day is asked for', async () => {
  const failing: MockLink.MockedResponse = {
    request: { query: OlderMessagesDocument, variables: { id: 'talk', before: 'sixth', size: 100 } },
    error: new TypeError('Failed to fetch'),
  };
  renderContact([contactPage(), long(), failing]);
  await userEvent.click(await screen.findByRole('button', { name: 'Go to date…' }));

  await goTo('2999-01-01');
  expect(await screen.findByText('Choose a day up to today.')).toBeVisible();
  await goTo('2025-11-10');

  expect(await screen.findByText('The messages could not be loaded.')).toBeVisible();
});

test('a short thread offers no way to a date', async () => {
  renderContact([contactPage(), long(50)]);

  expect(await screen.findByText('Hello again')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Go to date…' })).not.toBeInTheDocument();
});
