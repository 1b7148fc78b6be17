import { MarkNotificationsReadInput } from '../notification/notification.inputs';
import { checkInput } from './check-input';

test('of a list of bad texts, the first are told, however many there are', () => {
  const ids = Array.from({ length: 5_000 }, () => '\0');

  const errors = checkInput(MarkNotificationsReadInput, { ids, all: null } as unknown as MarkNotificationsReadInput);

  expect(errors).toHaveLength(20);
  expect(errors[0]).toMatchObject({ code: 'INVALID', field: ['ids', '0'] });
});
