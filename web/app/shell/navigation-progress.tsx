import { useNavigation } from 'react-router';

/** A thin line at the top of the page while the next one is on its way. */
export function NavigationProgress() {
  const isNavigating = useNavigation().state !== 'idle';
  return isNavigating ? (
    <div aria-hidden="true" className="fixed inset-x-0 top-0 z-50 h-0.5 animate-pulse bg-accent" />
  ) : null;
}
