import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { contactPage, list, message, renderContact, sends, thread, write } from '../testing/contact-page';

test('a message shows at once, and as sent when the API has stored it', async () => {
  const { inputs, mocks } = sends(message(2, 'On its way', 'USER'));
  renderContact([contactPage(), thread('talk', [message(1, 'Hello')]), ...mocks]);

  await write('On its way');

  expect(await screen.findByText('Sending…')).toBeVisible();
  expect(list().getByText('On its way')).toBeVisible();
  await waitFor(() => expect(screen.queryByText('Sending…')).not.toBeInTheDocument());
  expect(list().getAllByText('On its way')).toHaveLength(1);
  expect(inputs).toMatchObject([{ conversationId: 'talk', content: 'On its way', senderType: 'USER' }]);
});

test('a message that did not get through waits, and goes out by itself under the same key', async () => {
  const { inputs, mocks } = sends('fails', message(2, 'Are you there?', 'USER'));
  renderContact([contactPage(), thread('talk', [message(1, 'Hello')]), ...mocks]);
  await write('Are you there?');

  expect(await screen.findByText('Waiting to be sent')).toBeVisible();
  await waitFor(() => expect(screen.queryByText('Waiting to be sent')).not.toBeInTheDocument());
  expect(list().getAllByText('Are you there?')).toHaveLength(1);
  expect(inputs).toHaveLength(2);
  expect(inputs[0]?.idempotencyKey).toMatch(/^[0-9a-f]{32}$/);
  expect(inputs[1]?.idempotencyKey).toBe(inputs[0]?.idempotencyKey);
});

test('a message that waits can be discarded, and that be undone', async () => {
  const { mocks } = sends(...Array<'fails'>(50).fill('fails'));
  renderContact([contactPage(), thread('talk', [message(1, 'Hello')]), ...mocks]);
  await write('Never mind');

  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));

  expect(screen.queryByText('Never mind')).not.toBeInTheDocument();

  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await list().findByText('Never mind')).toBeVisible();
});

test.each([
  ['a button', async () => userEvent.click(screen.getByRole('button', { name: 'Send and reopen' }))],
  ['a key', async () => userEvent.keyboard('{Control>}e{/Control}')],
])('an answer in a closed conversation can reopen it, by %s', async (_title, send) => {
  const { inputs, mocks } = sends(message(2, 'One more thing', 'USER'));
  const closed = thread('talk', [message(1, 'Thanks')], null, 'Delivery', undefined, { status: 'CLOSED' });
  renderContact([contactPage(), closed, ...mocks]);
  expect(await screen.findByRole('button', { name: 'Send and reopen' })).toBeDisabled();

  await userEvent.type(screen.getByLabelText('Message to Ann Lee'), 'One more thing');
  await send();

  await waitFor(() => expect(screen.queryByRole('button', { name: 'Send and reopen' })).not.toBeInTheDocument());
  expect(inputs).toMatchObject([{ content: 'One more thing', reopens: true }]);
  expect(screen.queryByText('The conversation stays closed.')).not.toBeInTheDocument();
  expect(screen.getByLabelText('Message to Ann Lee')).toHaveValue('');
});

test('an answer in a closed conversation leaves it closed, and says so', async () => {
  const { mocks } = sends(message(2, 'One more thing', 'USER'));
  const closed = thread('talk', [message(1, 'Thanks')], null, 'Delivery', undefined, { status: 'CLOSED' });
  renderContact([contactPage(), closed, ...mocks]);

  await write('One more thing');

  expect(await screen.findByText('The conversation stays closed.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Reopen it' })).toBeVisible();
});
