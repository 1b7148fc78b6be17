import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useShortcutSwitch, useShortcuts } from './shortcuts';

afterEach(() => localStorage.clear());

function Page({ onPress }: { onPress: (key: string) => void }) {
  const [isOn, setIsOn] = useShortcutSwitch();
  useShortcuts({ c: ({ key }) => onPress(key), '?': ({ key }) => onPress(key) });
  return (
    <>
      <input aria-label="Name" />
      <div role="dialog">
        <button type="button">In the dialog</button>
      </div>
      <button type="button" onClick={() => setIsOn(!isOn)}>
        {isOn ? 'Switch off' : 'Switch on'}
      </button>
    </>
  );
}

test('a key acts anywhere on the page but in fields and dialogs, and not with a modifier', async () => {
  const onPress = jest.fn();
  render(<Page onPress={onPress} />);

  await userEvent.type(screen.getByLabelText('Name'), 'c?');
  act(() => screen.getByText('In the dialog').focus());
  await userEvent.keyboard('c');
  act(() => screen.getByText('In the dialog').blur());
  await userEvent.keyboard('{Control>}c{/Control}x');
  expect(onPress).not.toHaveBeenCalled();

  await userEvent.keyboard('c?');
  expect(onPress.mock.calls).toEqual([['c'], ['?']]);
});

test('the keys can be switched off, and stay so', async () => {
  const onPress = jest.fn();
  const { unmount } = render(<Page onPress={onPress} />);

  await userEvent.click(screen.getByText('Switch off'));
  await userEvent.keyboard('c');
  unmount();
  render(<Page onPress={onPress} />);
  await userEvent.keyboard('c');
  expect(onPress).not.toHaveBeenCalled();

  await userEvent.click(screen.getByText('Switch on'));
  await userEvent.keyboard('c');
  expect(onPress).toHaveBeenCalledTimes(1);
});
