import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LongText } from './long-text';

const show = (text: string) => render(<LongText text={text}>{text}</LongText>);

test.each([
  ['a short text', 'Hello'],
  ['twenty lines', Array(20).fill('line').join('\n')],
])('%s is shown as it is', (_case, text) => {
  show(text);

  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test.each([
  ['a long text', 'word '.repeat(400)],
  ['many lines', Array(21).fill('line').join('\n')],
])('of %s the beginning is shown, and the rest when it is wanted', async (_case, text) => {
  show(text);

  const more = screen.getByRole('button', { name: 'Show all of it' });
  expect(more).toHaveAttribute('aria-expanded', 'false');
  expect(more.previousElementSibling).toHaveClass('line-clamp-[20]');
  await userEvent.click(more);

  expect(screen.getByRole('button', { name: 'Show less' })).toHaveAttribute('aria-expanded', 'true');
  expect(more.previousElementSibling).not.toHaveClass('line-clamp-[20]');
});
