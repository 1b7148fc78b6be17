/** As help and tooltips show a key: each press by itself, `⌘` where keyboards say so. */
export const shownKeys = (key: string, isMac: boolean): readonly string[] =>
  key.split(' ').map((press) => {
    const modified = press.match(/^Mod\+(.+)$/)?.[1];
    if (modified === undefined) return press;
    return isMac ? `⌘ ${modified.toUpperCase()}` : `Ctrl ${modified.toUpperCase()}`;
  });

/** As `aria-keyshortcuts` has it, which knows no keys in turn. */
export const ariaKey = (key: string | null): string | undefined =>
  key === null || key.includes(' ') ? undefined : key.replace('Mod+', 'Control+');
