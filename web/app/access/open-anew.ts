/** Another person begins or ends here: the page is loaded from the start, so that nothing read before is left in it. */
export const openAnew = (path: string): void => window.location.assign(path);
