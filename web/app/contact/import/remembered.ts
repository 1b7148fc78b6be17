import type { Import_ImportFragment } from '../../generated/graphql';
import { fields, type NamedField, type Target, targetOf } from './columns';
import type { ImportSettings } from './use-kept-file';

export interface Remembered {
  columns: Record<string, Target>;
  countryCode: string;
}

/** What columns of a name were in the company's imports, the newest the last word; programs may have left anything there. */
export function rememberedOf(
  imports: readonly Pick<Import_ImportFragment, 'settings'>[],
  companyFields: readonly NamedField[],
): Remembered {
  const targets = new Set<unknown>(['key', 'none', ...Object.keys(fields), ...companyFields.map(targetOf)]);
  const all = imports.map(({ settings }) => settings as ImportSettings).reverse();
  const columns = all.flatMap(({ columns: known }) =>
    Object.entries(known ?? {}).filter(([, target]) => targets.has(target)),
  );
  const code = all.at(-1)?.countryCode;
  return { columns: Object.fromEntries(columns), countryCode: typeof code === 'string' ? code : '' };
}
