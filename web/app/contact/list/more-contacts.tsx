import { useEffect, useRef } from 'react';
import { Button } from '../../ui/button';

/** The next page is asked for when the end of the list comes this near: further than a first page of rows goes beyond a window. */
const reach = '150px';

interface MoreContactsProps {
  state: 'idle' | 'loading' | 'failed';
  onMore: () => void;
}

/** The end of what is loaded: goes on by itself when scrolled to, and by the button. After a failure only by the button. */
export function MoreContacts({ state, onMore }: MoreContactsProps) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  useEffect(() => {
    latest.current = onMore;
  });
  useEffect(() => {
    if (state !== 'idle' || !place.current || !globalThis.IntersectionObserver) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: reach,
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [state]);

  return (
    <div ref={place} className="flex flex-wrap items-center justify-center gap-3 border-line border-t p-3">
      {state === 'failed' && (
        <p role="alert" className="text-danger-ink">
          More contacts could not be loaded.
        </p>
      )}
      <Button variant="quiet" onClick={onMore} isBusy={state === 'loading'}>
        {state === 'failed' ? 'Try again' : 'Show more contacts'}
      </Button>
    </div>
  );
}
