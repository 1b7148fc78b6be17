import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { field, onLeave, onSend, renderComposer, sent, show } from '../../testing/composer';
import { keepsDrafts } from '../../testing/contact-page';
import { rulesOf } from '../../validation/rules';
import { maxLength } from './composer-state';

beforeEach(() => {
  onSend.mockReset();
  onLeave.mockReset();
});

test('Enter sends the text and empties the field, which keeps the focus', async () => {
  renderComposer();

  await userEvent.type(field(), '  Hello Ann {Enter}');

  expect(onSend.mock.calls).toEqual([[sent('Hello Ann')]]);
  expect(field()).toHaveValue('');
  expect(field()).toHaveFocus();
});

test('Shift and Enter make a new line', async () => {
  renderComposer();

  await userEvent.type(field(), 'one{Shift>}{Enter}{/Shift}two{Enter}');

  expect(onSend).toHaveBeenCalledWith(sent('one\ntwo'));
});

test('the Enter that ends the choice of a character sends nothing', async () => {
  renderComposer();
  await userEvent.type(field(), 'こんにちは');

  fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
  fireEvent.keyDown(field(), { key: 'Enter', keyCode: 229 });

  expect(onSend).not.toHaveBeenCalled();
  expect(field()).toHaveValue('こんにちは');
});

test('Escape leaves the field, and keeps what was typed', async () => {
  const onPage = jest.fn();
  document.addEventListener('keydown', onPage);
  renderComposer();

  await userEvent.type(field(), 'Half a sentence');
  onPage.mockReset();
  await userEvent.keyboard('{Escape}');

  expect(onLeave).toHaveBeenCalledTimes(1);
  expect(onPage).not.toHaveBeenCalled();
  expect(field()).toHaveValue('Half a sentence');
  document.removeEventListener('keydown', onPage);
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
  renderComposer();
  await userEvent.type(field(), 'half a thought');
  show(null);

  show('two');
  expect(field()).toHaveValue('');
  show('one');

  expect(field()).toHaveValue('half a thought');
});

test('what was sent is no draft any more', async () => {
  renderComposer();
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

  expect(onSend.mock.calls).toEqual([[sent('She agrees', { senderType: 'CONTACT' })], [sent('Great')]]);
});

test('what is begun is kept with the API once it stands still, and given up when it is sent', async () => {
  const inputs: unknown[] = [];
  renderComposer([keepsDrafts(inputs)]);

  await userEvent.type(field(), 'Hello Ann');
  await waitFor(() => expect(inputs).toEqual([{ conversationId: 'one', isNote: false, content: 'Hello Ann' }]));
  await userEvent.keyboard('{Enter}');

  await waitFor(() => expect(inputs.slice(1)).toEqual([{ conversationId: 'one', isNote: false, content: null }]));
});

test('what was begun on another device stands in the field', async () => {
  renderComposer([], { keptDraft: 'From the phone' });

  await waitFor(() => expect(field()).toHaveValue('From the phone'));
});

test('a note that is begun is kept with the API apart from the reply', async () => {
  const inputs: unknown[] = [];
  renderComposer([keepsDrafts(inputs)]);
  await userEvent.type(field(), 'Dear Ann');
  await userEvent.click(screen.getByRole('button', { name: 'Note' }));

  await userEvent.type(field(), 'She is cross');
  await waitFor(() =>
    expect(inputs).toEqual(
      expect.arrayContaining([
        { conversationId: 'one', isNote: false, content: 'Dear Ann' },
        { conversationId: 'one', isNote: true, content: 'She is cross' },
      ]),
    ),
  );
  await userEvent.keyboard('{Enter}');

  await waitFor(() => expect(inputs.at(-1)).toEqual({ conversationId: 'one', isNote: true, content: null }));
  await userEvent.click(screen.getByRole('button', { name: 'Reply' }));
  expect(field()).toHaveValue('Dear Ann');
});

test('a note that was begun on another device stands among the notes, and never in what the contact gets', async () => {
  renderComposer([], { keptDraft: 'To Ann', keptNote: 'From the phone' });

  await waitFor(() => expect(field()).toHaveValue('To Ann'));
  await userEvent.click(screen.getByRole('button', { name: 'Note' }));

  expect(field()).toHaveValue('From the phone');
});

test('the composer takes as much as the schema does', () => {
  expect(maxLength).toBe(rulesOf('SendMessageInput', 'content').maxLength);
});
