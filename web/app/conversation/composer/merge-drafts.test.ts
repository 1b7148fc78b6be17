import { mergeDrafts } from './merge-drafts';

test.each([
  ['what was typed here', { local: 'Hello Ann', kept: 'Hello', agreed: 'Hello' }, 'Hello Ann'],
  ['what was typed elsewhere', { local: 'Hello', kept: 'Hello Bob', agreed: 'Hello' }, 'Hello Bob'],
  ['what was sent here, though the API has not heard of it', { local: '', kept: 'Hello', agreed: 'Hello' }, ''],
  ['what was sent elsewhere', { local: 'Hello', kept: '', agreed: 'Hello' }, ''],
  [
    'the longer of two that go on alike',
    { local: 'Hello Ann', kept: 'Hello Ann, dear', agreed: '' },
    'Hello Ann, dear',
  ],
  ['both, where they differ', { local: 'Here', kept: 'There', agreed: '' }, 'There\n\nHere'],
])('%s stays', (_case, drafts, merged) => {
  expect(mergeDrafts(drafts)).toBe(merged);
});
