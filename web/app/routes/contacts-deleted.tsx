import { useParams } from 'react-router';
import { preload } from '../apollo/preload';
import { DeletedContactList } from '../contact/deleted/deleted-contact-list';
import { DeletedContactsDocument, useDeletedContactsQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { BackLink } from '../ui/back-link';
import { Card } from '../ui/card';
import { MoreButton } from '../ui/more-button';
import { PageHeader } from '../ui/page-header';

const read = preload(DeletedContactsDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function DeletedContactsRoute() {
  const { tenantId } = useParams();
  const path = `/tenant/${tenantId}`;
  const result = useDeletedContactsQuery();
  return (
    <main id="content" className="mx-auto flex w-full max-w-4xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8">
      <title>Recently deleted · Atrium</title>
      <PageHeader
        title="Recently deleted"
        subtitle="Contacts are kept for 30 days with all that was said, and can be brought back."
        leading={<BackLink to={`${path}/contacts`} label="All contacts" />}
      />
      <PagePart result={result} loadingLabel="The deleted contacts are loading">
        {({ deletedContacts: { nodes, pageInfo } }) => (
          <Card className="overflow-hidden">
            <DeletedContactList
              contacts={nodes}
              path={path}
              onGone={() => void result.refetch().catch(() => undefined)}
            />
            {pageInfo.hasNextPage && (
              <div className="flex justify-center border-line border-t p-3">
                <MoreButton onMore={() => result.fetchMore({ variables: { after: pageInfo.endCursor } })}>
                  Show earlier ones
                </MoreButton>
              </div>
            )}
          </Card>
        )}
      </PagePart>
    </main>
  );
}
