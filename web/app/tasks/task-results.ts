/** What comes of long work, by its kind, as the schema's mutations describe it. */
export interface TaskResults {
  exportArchive: { archiveId: string; bytes: number; checksum: string };
  importArchive: { tenantId: string; slug: string; rows: number };
  createSandbox: { tenantId: string; slug: string; endsAt: string };
  rewindPreview: { rewindId: string; contacts: Differences; conversations: Differences };
  takeOver: { contacts: number };
  proveIsolation: {
    provedAt: string;
    schemas: number;
    statements: number;
    refused: number;
    breaches: unknown[];
    /** Markdown. */
    page: string;
  };
}

export type TaskKind = keyof TaskResults;

/** How many, since the archive was made. */
export interface Differences {
  added: number;
  changed: number;
  deleted: number;
}

/** Null until there is one. `task`: of that kind. */
export const resultOf = <K extends TaskKind>(
  kind: K,
  task: { kind: string; result: unknown },
): TaskResults[K] | null => (task.kind === kind ? (task.result as TaskResults[K] | null) : null);
