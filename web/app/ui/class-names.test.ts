import { classNames } from './class-names';

test('a size of our own gives way to a later size, and never to a colour', () => {
  expect(classNames('text-detail text-ink-muted', 'text-reading')).toBe('text-ink-muted text-reading');
});
