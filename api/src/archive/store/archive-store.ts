import type { Sink } from '../archive-writer';
import type { Source } from '../import-archive';

/** Where archives are kept, each whole or not at all, by names that the program has given them: `TENANT/ARCHIVE.atrium.zst`. */
export interface ArchiveStore {
  /**
   * What `write` gives is kept under that name once it has ended well. Memory: some megabytes, whatever comes.
   * Errors: `TaskFailure` where it cannot be kept; those of `write`.
   */
  put<Result>(name: string, write: (sink: Sink) => Promise<Result>): Promise<Result>;

  /** Errors: while it is read, where there is none. */
  read(name: string): Source;

  /** Also where there is none. */
  remove(name: string): Promise<void>;

  /** All of one company. Answers how many there were. */
  removeAll(tenantId: string): Promise<number>;

  /**
   * What a killed process has left: half written, or whole and in no list. Such that nobody has written to since then. `listed` answers
   * which of the names given are in one. Answers how many there were.
   */
  removeStrays(before: Date, listed: Listed): Promise<number>;
}

export type Listed = (names: string[]) => Promise<ReadonlySet<string>>;

/** Beside companies' folders, which have their ids for names. */
export const clones = 'clones';

/** Of what is there only until a sandbox is made of it. */
export const placeOfClone = (id: string): string => `${clones}/${id}.atrium.zst`;
