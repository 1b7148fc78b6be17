/**
 * What can happen in a tenant, in ids alone: every reader fetches the row for itself, under the tenant's own role.
 * Each noun adds its kinds, by declaring this interface again in its `.feature.ts`; the value is the row that subscribers get.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the nouns
export interface LiveEvents {}

export type EventType = keyof LiveEvents & string;

export interface LiveEvent {
  type: EventType;
  id: string;
  /** Of the row that it belongs to, where subscribers choose by that. */
  parentId?: string;
}
