import { render, screen } from '@testing-library/react';
import { DeliveryMark } from './delivery-mark';

test.each([
  ['QUEUED', null, 'On its way'],
  ['SENT', null, 'Sent'],
  ['DELIVERED', null, 'Delivered'],
  ['FAILED', null, 'Not delivered'],
  ['FAILED', 'No such mailbox', 'Not delivered: No such mailbox'],
] as const)('%s with the reason %s reads "%s"', (state, reason, words) => {
  render(<DeliveryMark state={state} reason={reason} />);

  expect(screen.getByRole('paragraph')).toHaveTextContent(words);
});
