import { render, screen } from '@testing-library/react';
import { FieldValue } from './field-value';

test.each([
  ['TEXT', 'Onwards', 'Onwards'],
  ['NUMBER', 1234567.125, '1,234,567.125'],
  ['DATE', '2026-11-30', '30 Nov 2026'],
  ['BOOLEAN', false, 'No'],
  ['CHOICES', ['Parts', 'Invoices'], 'Parts, Invoices'],
  ['NUMBER', { from: 'before' }, '{"from":"before"}'],
  ['LINK', 'javascript:alert(1)', 'javascript:alert(1)'],
] as const)('%s shows %j as people read it', (kind, value, text) => {
  render(<FieldValue kind={kind} value={value} />);

  expect(document.body).toHaveTextContent(text);
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});

test('a link opens beside the page, and tells the other site nothing', () => {
  render(<FieldValue kind="LINK" value="https://acme.example/a" />);

  const link = screen.getByRole('link', { name: 'acme.example/a in a new tab' });
  expect(link).toHaveAttribute('href', 'https://acme.example/a');
  expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
});
