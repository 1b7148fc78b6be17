import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { newColleague } from '../../testing/actor';
import { contactPage, message, renderContact, thread } from '../../testing/contact-page';
import { callsOff, newScheduled, reschedules, schedules } from '../../testing/scheduled';

const ben = newColleague('ben', 'Ben Baker');

const talk = (...scheduledMessages: object[]) => [
  contactPage(),
  thread('talk', [message(1, 'When?')], null, 'Delivery', undefined, { scheduledMessages }),
];
const listed = async () => within(await screen.findByRole('list', { name: 'To be sent later' }));

test('what is sent later stands at the end of the thread, with who has it sent', async () => {
  renderContact(talk(newScheduled('s1', 'On Monday'), newScheduled('s2', 'On Tuesday', { author: ben })));

  const items = await (await listed()).findAllByRole('listitem');

  expect(items).toHaveLength(2);
  expect(items[0]).toHaveTextContent(/You\s*to be sent.*On Monday/);
  expect(items[1]).toHaveTextContent(/Ben Baker\s*to be sent.*On Tuesday/);
});

test('its text is changed where it stands', async () => {
  const inputs: unknown[] = [];
  renderContact([...talk(newScheduled('s1', 'On Monday')), reschedules(inputs, [newScheduled('s1', 'On Friday')])]);

  await userEvent.click(await (await listed()).findByRole('button', { name: 'Change' }));
  const text = within(screen.getByRole('form', { name: 'Change what is sent later' })).getByLabelText('Message');
  expect(text).toHaveFocus();
  await userEvent.clear(text);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Write what is to be sent.')).toBeVisible();
  await userEvent.type(text, 'On Friday');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  // The field holds the same words until the form is gone.
  expect(await (await listed()).findByText('On Friday', { selector: ':not(textarea)' })).toBeVisible();
  expect(inputs).toEqual([{ id: 's1', content: 'On Friday' }]);
});

test('it is called off, and scheduled again where that is undone', async () => {
  const [cancelled, again]: [unknown[], unknown[]] = [[], []];
  const planned = newScheduled('s1', 'On Monday');
  renderContact([...talk(planned), callsOff(cancelled), schedules(again, [planned])]);

  await userEvent.click(await (await listed()).findByRole('button', { name: 'Call off' }));
  await waitFor(() => expect(screen.queryByRole('list', { name: 'To be sent later' })).not.toBeInTheDocument());
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  expect(await (await listed()).findByText('On Monday')).toBeVisible();
  expect(cancelled).toEqual([{ id: 's1' }]);
  expect(again).toMatchObject([{ content: 'On Monday', sendAt: planned.sendAt, expectedNumber: 1 }]);
});

test('one that was due meanwhile is not sent by undoing, but stands in the composer', async () => {
  const again: unknown[] = [];
  const failed = newScheduled('s1', 'On Monday', { failure: 'ANSWERED', sendAt: '2026-01-01T08:00:00.000Z' });
  renderContact([...talk(failed), callsOff([]), schedules(again, [failed])]);

  await userEvent.click(await (await listed()).findByRole('button', { name: 'Call off' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  await waitFor(() => expect(screen.getByLabelText('Message to Ann Lee')).toHaveValue('On Monday'));
  expect(again).toEqual([]);
});

test('one that was not sent says why and what can be done, and is sent as it is', async () => {
  const inputs: unknown[] = [];
  renderContact([
    ...talk(newScheduled('s1', 'On Monday', { failure: 'ANSWERED' })),
    reschedules(inputs, [newScheduled('s1', 'On Monday')]),
  ]);
  const list = await listed();
  expect(await list.findByText(/not sent, as somebody else had written by/)).toBeVisible();
  expect(list.getByText(/Read what was written/)).toBeVisible();

  await userEvent.click(list.getByRole('button', { name: 'Send now' }));

  expect(await list.findByText('to be sent')).toBeVisible();
  expect(inputs).toEqual([{ id: 's1' }]);
});

test('whoever may read alone sees it, and nothing to change it', async () => {
  renderContact(talk(newScheduled('s1', 'On Monday')), '', { permissions: ['contacts:read', 'conversations:read'] });

  const list = await listed();

  expect(await list.findByText('On Monday')).toBeVisible();
  expect(list.queryByRole('button')).not.toBeInTheDocument();
});
