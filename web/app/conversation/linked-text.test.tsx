import { render, screen } from '@testing-library/react';
import { LinkedText } from './linked-text';

test('markup in a message is text', () => {
  const { container } = render(<LinkedText text={'<img src=x onerror=alert(1)> & <b>bold</b>'} />);

  expect(container).toHaveTextContent('<img src=x onerror=alert(1)> & <b>bold</b>');
  expect(container.querySelector('img, b')).toBeNull();
});

test('a link opens elsewhere and tells the other side nothing', () => {
  render(<LinkedText text="See https://a.example/b." />);

  const link = screen.getByRole('link', { name: 'https://a.example/b' });
  expect(link).toHaveAttribute('href', 'https://a.example/b');
  expect(link).toHaveAttribute('target', '_blank');
  expect(link.getAttribute('rel')?.split(' ')).toEqual(expect.arrayContaining(['noopener', 'noreferrer']));
});
