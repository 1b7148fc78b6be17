import { CreateKey } from '../access/keys/create-key';
import { KeyList } from '../access/keys/key-list';
import { preload } from '../apollo/preload';
import { ApiKeysDocument, useApiKeysQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { CardSection } from '../ui/card';

const read = preload(ApiKeysDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function ApiKeysSettings() {
  const result = useApiKeysQuery();
  const reread = () => void result.refetch().catch(() => undefined);
  return (
    <>
      <title>API keys · Atrium</title>
      <PagePart result={result} loadingLabel="The API keys are loading">
        {({ currentTenant }) => (
          <>
            <CardSection id="new-key" title="New API key">
              <CreateKey tenantId={currentTenant.id} onCreated={reread} />
            </CardSection>
            <CardSection id="keys" title="API keys">
              <KeyList apiKeys={currentTenant.apiKeys} onRevoked={reread} />
              <p className="border-line border-t px-5 py-3 text-detail text-ink-muted">
                A program sends <code className="font-mono">Authorization: Bearer …</code> and{' '}
                <code className="font-mono">X-Tenant-Id: {currentTenant.slug}</code> to{' '}
                <a href="/graphql" className="rounded-sm text-accent-ink underline underline-offset-3">
                  /graphql
                </a>
                .
              </p>
            </CardSection>
          </>
        )}
      </PagePart>
    </>
  );
}
