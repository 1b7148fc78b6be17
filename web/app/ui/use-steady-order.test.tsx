import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSteadyOrder } from './use-steady-order';

function Names({ people }: { people: { id: string; name: string }[] }) {
  const { items, pointer } = useSteadyOrder(people);
  return (
    <ul {...pointer}>
      {items.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
}

const [ann, bob, cid] = [
  { id: 'a', name: 'Ann' },
  { id: 'b', name: 'Bob' },
  { id: 'c', name: 'Cid' },
];
const shown = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

test('away from the pointer, a list is in the order it is given', () => {
  const { rerender } = render(<Names people={[ann, bob]} />);

  rerender(<Names people={[bob, ann]} />);

  expect(shown()).toEqual(['Bob', 'Ann']);
});

test('under the pointer rows change in place, and move only when it has left', async () => {
  const { rerender } = render(<Names people={[ann, bob]} />);
  await userEvent.hover(screen.getByRole('list'));

  rerender(<Names people={[cid, { ...bob, name: 'Bob Ray' }]} />);
  expect(shown()).toEqual(['Ann', 'Bob Ray', 'Cid']);
  await userEvent.unhover(screen.getByRole('list'));

  expect(shown()).toEqual(['Cid', 'Bob Ray']);
});
