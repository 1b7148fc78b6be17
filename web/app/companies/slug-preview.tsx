import { skipToken } from '@apollo/client/react';
import { useTenantSlugQuery } from '../generated/graphql';
import { useDebounced } from '../ui/use-debounced';

const askAfterMs = 250;
const longestName = 200;

/** The address a company of this name would get, as the API would make it now. */
export function SlugPreview({ name }: { name: string }) {
  const settled = useDebounced(name.trim(), askAfterMs);
  const isAskable = settled !== '' && [...settled].length <= longestName;
  const { data, previousData, error } = useTenantSlugQuery(
    isAskable ? { variables: { name: settled }, fetchPolicy: 'network-only' } : skipToken,
  );
  const slug = isAskable ? (data ?? previousData)?.tenantSlug : undefined;
  return (
    <span aria-live="polite">
      Address: <span className="break-all font-mono text-ink">/tenant/{slug ?? '…'}</span>
      {error && ' (cannot be shown at the moment)'}
    </span>
  );
}
