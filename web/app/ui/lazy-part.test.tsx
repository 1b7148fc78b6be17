import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { lazyPart } from './lazy-part';

test('what cannot be loaded is left out, and what stands beside it stays', async () => {
  const Missing = lazyPart(() => Promise.reject(new Error('No such file.')));
  render(
    <>
      <input aria-label="Note" defaultValue="half a sentence" />
      <Suspense fallback="Loading">
        <Missing />
      </Suspense>
    </>,
  );

  expect(await screen.findByLabelText('Note')).toHaveValue('half a sentence');
  await screen.findByText((_, element) => element?.tagName === 'BODY' && !element.textContent?.includes('Loading'));
});
