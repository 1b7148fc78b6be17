/** Text kept for as long as this tab lives, reloads included. Storage may be blocked or full: then nothing is kept, and nothing fails. */
export function readSessionText(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeSessionText(key: string, text: string | null): void {
  try {
    if (text === null || text === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // What is on the page stays there.
  }
}
