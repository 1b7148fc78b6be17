import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OutboxProvider } from '../outbox/provider';
import { Composer } from './composer';

const onSend = jest.fn();
const deliver = async () => ({ kind: 'failed' as const, heldForMs: 0 });
const frame = (conversationId: string | null) => (
  <OutboxProvider tenantId="acme" account="local" deliver={deliver}>
    {conversationId !== null && (
      <Composer
        key={conversationId}
        conversationId={conversationId}
        contactName="Ann Lee"
        isFocused={false}
        onSend={onSend}
      />
    )}
  </OutboxProvider>
);
/** `show` goes to another conversation's composer, or away from any. */
function renderComposer() {
  const { rerender } = render(frame('one'));
  return { show: (conversationId: string | null) => rerender(frame(conversationId)) };
}
const field = () => screen.getByRole('textbox');

beforeEach(() => {
  onSend.mockReset();
});

test('Enter sends the text and empties the field, which keeps the focus', async () => {
  renderComposer();

  await userEvent.type(field(), '  Hello Ann {Enter}');

  expect(onSend.mock.calls).toEqual([['Hello Ann', 'USER']]);
  expect(field()).toHaveValue('');
  expect(field()).toHaveFocus();
});

test('Shift and Enter make a new line', async () => {
  renderComposer();

  await userEvent.type(field(), 'one{Shift>}{Enter}{/Shift}two{Enter}');

  expect(onSend).toHaveBeenCalledWith('one\ntwo', 'USER');
});

test('the Enter that ends the choice of a character sends nothing', async () => {
  renderComposer();
  await userEvent.type(field(), 'こんにちは');

  fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
  fireEvent.keyDown(field(), { key: 'Enter', keyCode: 229 });

  expect(onSend).not.toHaveBeenCalled();
  expect(field()).toHaveValue('こんにちは');
});

test('blank text is not sent', async () => {
  renderComposer();

  await userEvent.type(field(), '   {Enter}');

  expect(onSend).not.toHaveBeenCalled();
});

test('near the limit characters are counted, and beyond it nothing is sent', async () => {
  renderComposer();
  fireEvent.change(field(), { target: { value: '😀'.repeat(9_000) } });
  expect(screen.getByText('9,000 of 10,000 characters')).toBeVisible();

  fireEvent.change(field(), { target: { value: 'x'.repeat(10_001) } });
  await userEvent.type(field(), '{Enter}');

  expect(await screen.findByText(/at most 10,000 characters; this has 10,001/)).toBeVisible();
  expect(field()).toBeInvalid();
  expect(onSend).not.toHaveBeenCalled();
});

test('a draft belongs to its conversation and survives leaving it', async () => {
  const { show } = renderComposer();
  await userEvent.type(field(), 'half a thought');
  show(null);

  show('two');
  expect(field()).toHaveValue('');
  show('one');

  expect(field()).toHaveValue('half a thought');
});

test('what was sent is no draft any more', async () => {
  const { show } = renderComposer();
  await userEvent.type(field(), 'done{Enter}');
  show(null);

  show('one');

  expect(field()).toHaveValue('');
});

test("the contact's words can be logged, once, and then it is one's own turn again", async () => {
  renderComposer();

  await userEvent.click(screen.getByRole('button', { name: 'Write as you' }));
  await userEvent.click(await screen.findByRole('menuitemradio', { name: /Ann Lee/ }));
  await userEvent.type(screen.getByLabelText('Message from Ann Lee'), 'She agrees{Enter}');
  await userEvent.type(screen.getByLabelText('Message to Ann Lee'), 'Great{Enter}');

  expect(onSend.mock.calls).toEqual([
    ['She agrees', 'CONTACT'],
    ['Great', 'USER'],
  ]);
});
