import { fillPlaceholders, unfilledIn } from './placeholders';

test('what is known is filled in, and what is not stays in sight', () => {
  const text = 'Dear {{contact.name}}, your order {{ order.number }}: {{me.name}} {{toString}}';

  const filled = fillPlaceholders(text, { 'contact.name': '$& Ann', 'me.name': 'Vera' });

  expect(filled).toBe('Dear $& Ann, your order {{ order.number }}: Vera {{toString}}');
  expect(unfilledIn(filled)).toEqual(['{{ order.number }}', '{{toString}}']);
});

test.each(['plain', '{{}}', '{{ two words }}', '{single}'])('%j has no placeholder', (text) => {
  expect(unfilledIn(text)).toEqual([]);
});
