import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect } from 'react';
import { MemoryRouter } from 'react-router';
import { newOutgoing } from '../testing/outgoing-message';
import { Toaster } from '../ui/toaster';
import type { Outbox } from './outbox';
import { OutboxProvider, useOutbox } from './provider';
import type { Deliver, Outcome } from './sender';
import { WaitingMessages } from './waiting-messages';

const failed: Outcome = { kind: 'failed', heldForMs: 0 };

function Peek({ page }: { page: { outbox?: Outbox } }) {
  const { outbox } = useOutbox();
  useEffect(() => {
    page.outbox = outbox;
  }, [page, outbox]);
  return null;
}

/** `outcome` is what the next attempts come to. */
function renderSidebar() {
  const service = { outcome: failed, attempts: [] as string[] };
  const deliver: Deliver = async ({ content }) => {
    service.attempts.push(content);
    return service.outcome;
  };
  const page: { outbox?: Outbox } = {};
  render(
    <MemoryRouter>
      <Toaster>
        <OutboxProvider tenantId="acme" account="local" deliver={deliver}>
          <Peek page={page} />
          <WaitingMessages path="/tenant/acme" />
        </OutboxProvider>
      </Toaster>
    </MemoryRouter>,
  );
  return {
    service,
    write: (...messages: Parameters<typeof newOutgoing>[]) =>
      act(async () => {
        for (const message of messages) page.outbox?.put(newOutgoing(...message));
      }),
  };
}

const open = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

test('nothing is said while messages go out', async () => {
  const { service, write } = renderSidebar();
  service.outcome = { kind: 'stored' };

  await write(['a']);

  await waitFor(() => expect(service.attempts).toEqual(['Words of a']));
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('what waits is counted, and listed with its text and the conversation it belongs to', async () => {
  const { write } = renderSidebar();
  await write(['a'], ['b']);

  await open('2 not sent');

  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Ann Lee · DeliveryWords of aWaiting to be sent'),
    expect.stringContaining('Ann Lee · DeliveryWords of bWaiting to be sent'),
  ]);
  expect(screen.getByRole('link', { name: /Words of a/ })).toHaveAttribute(
    'href',
    '/tenant/acme/contacts/ann?conversation=talk',
  );
  expect(screen.getByText('2 messages are not sent')).toHaveAttribute('role', 'status');
});

test('a refusal is told with its reason, and another try can go through', async () => {
  const { service, write } = renderSidebar();
  service.outcome = { kind: 'refused', problem: 'The conversation is gone.' };
  await write(['a']);
  await open('1 not sent');
  expect(screen.getByText('Not sent: The conversation is gone.')).toBeVisible();

  service.outcome = { kind: 'stored' };
  await userEvent.click(screen.getByRole('button', { name: /Retry now/ }));

  await waitFor(() => expect(screen.queryByText('Words of a')).not.toBeInTheDocument());
  expect(service.attempts).toEqual(['Words of a', 'Words of a']);
});

test('a message that is discarded can be brought back', async () => {
  const { service, write } = renderSidebar();
  service.outcome = { kind: 'refused', problem: 'No.' };
  await write(['a']);
  await open('1 not sent');

  await userEvent.click(screen.getByRole('button', { name: /Discard/ }));
  expect(screen.queryByText('Words of a')).not.toBeInTheDocument();
  await open('Undo');

  expect(await screen.findByRole('button', { name: '1 not sent' })).toBeVisible();
});

test('leaving asks while something waits, and not otherwise', async () => {
  const { service, write } = renderSidebar();
  const leave = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(leave()).toBe(false);

  await write(['a']);
  expect(leave()).toBe(true);

  service.outcome = { kind: 'stored' };
  await waitFor(() => expect(leave()).toBe(false));
});
