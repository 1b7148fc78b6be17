/**
 * What changed, in ids alone: every reader fetches the row for itself, under its own tenant's role.
 * Shape: by type, the further ids of an event. Each noun adds its own, by declaring this interface again in its `.feature.ts`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the nouns
export interface LiveEvents {}

export type LiveEventOf<Type extends keyof LiveEvents> = { type: Type; id: string } & LiveEvents[Type];

export type LiveEvent = { [Type in keyof LiveEvents]: LiveEventOf<Type> }[keyof LiveEvents];
