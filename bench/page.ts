export interface Page {
  page: string;
  /** Whether the limit of time holds for it; exact counts take as long as there are rows. */
  isBounded?: boolean;
  operation: string;
  variables: Record<string, unknown>;
}
