interface Drafts {
  /** As it stands in this browser. */
  local: string;
  /** As the API keeps it. */
  kept: string;
  /** What both were when they last agreed. */
  agreed: string;
}

/** The newer of two drafts, which is the one that has changed since they agreed; where both have, and neither holds the other, both. */
export function mergeDrafts({ local, kept, agreed }: Drafts): string {
  if (kept === agreed) return local;
  if (local === agreed || kept.includes(local)) return kept;
  return local.includes(kept) ? local : `${kept}\n\n${local}`;
}
