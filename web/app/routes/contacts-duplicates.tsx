import { useParams } from 'react-router';
import { preload } from '../apollo/preload';
import { DuplicateList } from '../contact/merge/duplicate-list';
import { DuplicatesDocument, useDuplicatesQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { BackLink } from '../ui/back-link';
import { Card } from '../ui/card';
import { MoreButton } from '../ui/more-button';
import { PageHeader } from '../ui/page-header';

const read = preload(DuplicatesDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function DuplicatesRoute() {
  const { tenantId } = useParams();
  const path = `/tenant/${tenantId}`;
  const result = useDuplicatesQuery();
  return (
    <main id="content" className="mx-auto flex w-full max-w-5xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8">
      <title>Possible duplicates · Atrium</title>
      <PageHeader
        title="Possible duplicates"
        subtitle="Contacts that may be one person: merge them, or say that they are two."
        leading={<BackLink to={`${path}/contacts`} label="All contacts" />}
      />
      <PagePart result={result} loadingLabel="The possible duplicates are loading">
        {({ duplicates: { nodes, pageInfo } }) => (
          <Card className="overflow-hidden">
            <DuplicateList pairs={nodes} path={path} onChanged={() => void result.refetch().catch(() => undefined)} />
            {pageInfo.hasNextPage && (
              <div className="flex justify-center border-line border-t p-3">
                <MoreButton onMore={() => result.fetchMore({ variables: { after: pageInfo.endCursor } })}>
                  Show more
                </MoreButton>
              </div>
            )}
          </Card>
        )}
      </PagePart>
    </main>
  );
}
