const tabsKey = 'graphiql:tabState';

/**
 * The browser's storage, for GraphiQL. Headers are never kept there, since they may hold a key;
 * so tabs that come back after a reload get the given ones instead of none.
 */
export function storageWithHeaders(headers: string) {
  return {
    get length() {
      return localStorage.length;
    },
    getItem: (key: string) =>
      key === tabsKey ? fillIn(localStorage.getItem(key), headers) : localStorage.getItem(key),
    setItem: (key: string, value: string) => localStorage.setItem(key, value),
    removeItem: (key: string) => localStorage.removeItem(key),
    clear: () => localStorage.clear(),
  };
}

function fillIn(stored: string | null, headers: string): string | null {
  if (stored === null) return null;
  return JSON.stringify(JSON.parse(stored), (key, value) => (key === 'headers' ? (value ?? headers) : value));
}
