import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { field, onSend, renderComposer } from '../../testing/composer';
import { message } from '../../testing/contact-page';
import { callsOff, newScheduled, schedules } from '../../testing/scheduled';

beforeEach(() => {
  onSend.mockReset();
});

const later = () => screen.findByRole('button', { name: 'Send later' });

test('what is written is sent at one of the moments that are offered, and comes back when that is undone', async () => {
  const [asked, cancelled]: [{ content?: string; sendAt?: string; expectedNumber?: number }[], unknown[]] = [[], []];
  renderComposer([schedules(asked, [newScheduled('s1', 'Good morning')]), callsOff(cancelled)], {
    messages: [message(3, 'Until when?')],
  });
  expect(await later()).toBeDisabled();
  await userEvent.type(field(), 'Good morning');

  await userEvent.click(await later());
  await userEvent.click(await screen.findByRole('menuitem', { name: /Tomorrow morning/ }));

  expect(await screen.findByText('It is sent later.')).toBeVisible();
  expect(field()).toHaveValue('');
  expect(asked).toMatchObject([{ conversationId: 'one', content: 'Good morning', expectedNumber: 3 }]);
  expect(Date.parse(asked[0]?.sendAt ?? '')).toBeGreaterThan(Date.now());
  expect(onSend).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(field()).toHaveValue('Good morning'));
  expect(cancelled).toEqual([{ id: 's1' }]);
});

test('the key opens the moments from within the field, and any other can be chosen', async () => {
  const asked: { sendAt?: string }[] = [];
  renderComposer([schedules(asked, [newScheduled('s1', 'Later')])]);
  await later();
  await userEvent.type(field(), 'Later');

  await userEvent.keyboard('{Control>}.{/Control}');
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Date and time…' }));
  const when = await screen.findByLabelText(/When/);
  await userEvent.clear(when);
  await userEvent.type(when, '2020-01-01T08:00');
  await userEvent.click(screen.getByRole('button', { name: 'Send later' }));
  expect(await screen.findByText('Choose a date and time in the future.')).toBeVisible();
  const year = new Date().getFullYear() + 1;
  await userEvent.clear(when);
  await userEvent.type(when, `${year}-01-01T08:00`);
  await userEvent.click(screen.getByRole('button', { name: 'Send later' }));

  await waitFor(() => expect(asked).toHaveLength(1));
  expect(new Date(asked[0]?.sendAt ?? '').getFullYear()).toBe(year);
  expect(onSend).not.toHaveBeenCalled();
});

test('what is refused is said, and stands in the field again', async () => {
  renderComposer([schedules([], [], 'Send at must be from now on, within a year.')]);
  await userEvent.type(field(), 'Good morning');

  await userEvent.click(await later());
  await userEvent.click(await screen.findByRole('menuitem', { name: /Next Monday/ }));

  expect(await screen.findByText('Send at must be from now on, within a year.')).toBeVisible();
  await waitFor(() => expect(field()).toHaveValue('Good morning'));
});

test('a placeholder that is not filled in is not sent later either', async () => {
  const asked: unknown[] = [];
  renderComposer([schedules(asked, [])]);
  await userEvent.click(field());
  await userEvent.paste('Dear {{contact.title}}');

  await userEvent.click(await later());
  await userEvent.click(await screen.findByRole('menuitem', { name: /Next Monday/ }));

  expect(await screen.findByText(/is not filled in/)).toBeVisible();
  expect(asked).toEqual([]);
});
