import { Observable } from 'rxjs';

/** The line is back, or somebody looks at the page again: no reason to wait any longer. */
export const wakeUps = (): Observable<void> =>
  new Observable((listener) => {
    const wake = () => listener.next();
    const wakeIfSeen = () => document.visibilityState === 'visible' && wake();
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wakeIfSeen);
    return () => {
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wakeIfSeen);
    };
  });
