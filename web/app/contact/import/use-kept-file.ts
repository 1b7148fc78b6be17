import { useEffect, useState } from 'react';
import type { Import_ImportFragment } from '../../generated/graphql';
import { guessTargets, type NamedField, type Target } from './columns';
import { fileHashOf } from './hash';
import { findFile, type KeptFile, keepFile } from './kept-file';
import { openFile } from './read-file';

export interface ImportSettings {
  size?: number;
  hash?: string;
  format?: KeptFile['format'];
  countryCode?: string;
  columns?: Record<string, Target>;
}

const other = 'This is not the file that the import began with.';

/** The file of an import, as this browser has it: undefined while it is looked for, null where it has to be given again. */
export function useKeptFile(
  { id, settings }: Pick<Import_ImportFragment, 'id' | 'settings'>,
  companyFields: readonly NamedField[],
) {
  const [kept, setKept] = useState<KeptFile | null | undefined>(undefined);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    let isOver = false;
    void findFile(id).then((found) => !isOver && setKept(found));
    return () => {
      isOver = true;
    };
  }, [id]);

  const keep = (file: KeptFile) => {
    setKept(file);
    void keepFile(file);
  };
  /** Only the very same is taken: rows are known by their numbers. */
  const give = async (file: File) => {
    const { size, hash, format, countryCode = '', columns = {} } = settings as ImportSettings;
    if (!format || file.size !== size || (await fileHashOf(file)) !== hash) return setError(other);
    setError(null);
    const { headers } = await openFile(file, format);
    const mapping = { headers, targets: guessTargets(headers, columns, companyFields), countryCode };
    keep({ importId: id, file, format, mapping, isPaused: true, keptAt: Date.now() });
  };
  const setPaused = (isPaused: boolean) => kept && keep({ ...kept, isPaused });
  return { kept, give, setPaused, error };
}
