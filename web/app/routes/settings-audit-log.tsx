import { Download } from 'lucide-react';
import { AuditTable } from '../access/audit/audit-table';
import { useExport } from '../access/audit/use-export';
import { preload } from '../apollo/preload';
import { AuditLogDocument, useAuditLogQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { Button } from '../ui/button';
import { CardSection } from '../ui/card';

const first = 25;
const read = preload(AuditLogDocument, () => ({ first }));
export const loader = read;
export const clientLoader = read;

export default function AuditLogSettings() {
  const result = useAuditLogQuery({ variables: { first } });
  const { data, loading, fetchMore } = result;
  const { save, isSaving } = useExport(`audit-log-${data?.currentTenant.slug ?? ''}.csv`);
  return (
    <>
      <title>Audit log · Atrium</title>
      <PagePart result={result} loadingLabel="The audit log is loading">
        {({ currentTenant: { auditLog } }) => (
          <CardSection
            id="audit"
            title="Audit log"
            action={
              <Button size="small" icon={<Download aria-hidden="true" />} isBusy={isSaving} onClick={() => void save()}>
                Export as CSV
              </Button>
            }
          >
            <AuditTable entries={auditLog.nodes} />
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
