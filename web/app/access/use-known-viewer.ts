import { useApolloClients } from '../apollo/provider';
import { TenantShellDocument, ViewerDocument } from '../generated/graphql';

/** Who is signed in, as far as the page has read it; nothing is asked for. */
export function useKnownViewer(tenantId: string | undefined) {
  const { cache } = useApolloClients().of(tenantId ?? null).apollo;
  const query = tenantId === undefined ? ViewerDocument : TenantShellDocument;
  return cache.readQuery<{ viewer: { id: string; email: string | null } | null }>({ query })?.viewer ?? null;
}
