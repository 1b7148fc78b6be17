import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ThreadMessage_MessageFragment } from '../../generated/graphql';
import { newColleague } from '../../testing/actor';
import { field, onSend, renderComposer, sent, show } from '../../testing/composer';
import { message } from '../../testing/contact-page';

const ben = newColleague('ben', 'Ben Baker');

beforeEach(() => {
  onSend.mockReset();
});

const written = (number: number, content: string, author: ThreadMessage_MessageFragment['author']) => ({
  ...message(number, content, 'USER'),
  author,
});

test('where a colleague has answered meanwhile, sending asks first and keeps the text', async () => {
  const question = message(1, 'When will it come?');
  renderComposer([], { messages: [question] });
  await userEvent.type(field(), 'Tomorrow');
  show('one', { messages: [question, written(2, 'On Monday', ben)] });

  await userEvent.keyboard('{Enter}');
  const asked = await screen.findByRole('group', { name: 'Somebody has written meanwhile' });
  expect(asked).toHaveTextContent('Ben Baker has written while you did.');
  expect(asked).toHaveTextContent('On Monday');
  expect(field()).toHaveValue('Tomorrow');
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Keep writing' })).toHaveFocus();
  expect(onSend).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole('button', { name: 'Send anyway' }));
  await waitFor(() => expect(onSend).toHaveBeenCalledWith(sent('Tomorrow')));
  expect(asked).not.toBeInTheDocument();
});

test('whoever keeps writing has seen it, and sends without being asked again', async () => {
  const answer = written(1, 'On Monday', ben);
  renderComposer([], { messages: [] });
  await userEvent.type(field(), 'Tomorrow');
  show('one', { messages: [answer] });
  await userEvent.keyboard('{Enter}');

  await userEvent.click(await screen.findByRole('button', { name: 'Keep writing' }));
  expect(field()).toHaveFocus();
  await userEvent.keyboard(', as Ben says{Enter}');

  await waitFor(() => expect(onSend).toHaveBeenCalledWith(sent('Tomorrow, as Ben says')));
});
