import type DataLoader from 'dataloader';

/** By name. Each noun adds its own, by declaring this interface again in its `.feature.ts`. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the nouns
export interface Loaders {}

export interface LoaderOptions {
  /** Off for subscriptions, whose context lives long: they batch, but never answer yesterday's row. */
  cache: boolean;
}

/** After a write: an operation with two mutations must not answer the second with what the first one read. */
export function forgetRows(loaders: Loaders): void {
  for (const loader of Object.values(loaders) as DataLoader<unknown, unknown>[]) loader.clearAll();
}
