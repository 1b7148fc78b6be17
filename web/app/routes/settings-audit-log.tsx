import { Download } from 'lucide-react';
import { useSearchParams } from 'react-router';
import {
  type AuditAddress,
  auditFilterOf,
  isAuditFiltered,
  readAuditAddress,
  writeAuditAddress,
} from '../access/audit/audit-address';
import { AuditFilters, nothing } from '../access/audit/audit-filters';
import { AuditTable } from '../access/audit/audit-table';
import { useExport } from '../access/audit/use-export';
import { preload } from '../apollo/preload';
import { AuditLogDocument, useAuditLogQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { Button } from '../ui/button';
import { CardSection } from '../ui/card';

const first = 25;
const variablesOf = (address: AuditAddress) => ({ first, filter: auditFilterOf(address) });
const read = preload(AuditLogDocument, ({ url }) => variablesOf(readAuditAddress(url.searchParams)));
export const loader = read;
export const clientLoader = read;

export default function AuditLogSettings() {
  const [params, setParams] = useSearchParams();
  const address = readAuditAddress(params);
  const query = useAuditLogQuery({ variables: variablesOf(address), notifyOnNetworkStatusChange: true });
  // While another choice is read, the table of the one before stays.
  const result = { ...query, data: query.data ?? query.previousData };
  const show = (next: AuditAddress) => setParams(writeAuditAddress(next), { preventScrollReset: true });
  const { data, loading, fetchMore } = result;
  const { save, isSaving } = useExport(`audit-log-${data?.currentTenant.slug ?? ''}.csv`, auditFilterOf(address));
  return (
    <>
      <title>Audit log · Atrium</title>
      <PagePart result={result} loadingLabel="The audit log is loading">
        {({ currentTenant, currentTenant: { auditLog } }) => (
          <CardSection
            id="audit"
            title="Audit log"
            action={
              <Button size="small" icon={<Download aria-hidden="true" />} isBusy={isSaving} onClick={() => void save()}>
                Export as CSV
              </Button>
            }
          >
            <AuditFilters tenant={currentTenant} address={address} onChange={show} />
            <AuditTable entries={auditLog.nodes} onReset={isAuditFiltered(address) ? () => show(nothing) : undefined} />
            {auditLog.pageInfo.hasNextPage && (
              <Button
                variant="quiet"
                isBusy={loading}
                onClick={() => void fetchMore({ variables: { after: auditLog.pageInfo.endCursor } })}
                className="mb-3 self-center"
              >
                Show more
              </Button>
            )}
          </CardSection>
        )}
      </PagePart>
    </>
  );
}
