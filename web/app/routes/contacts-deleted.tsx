import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { preload } from '../apollo/preload';
import { DeletedContactList } from '../contact/deleted/deleted-contact-list';
import { DeletedContactsDocument, useDeletedContactsQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { Button, LinkButton } from '../ui/button';
import { Card } from '../ui/card';
import { PageHeader } from '../ui/page-header';

const read = preload(DeletedContactsDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function DeletedContactsRoute() {
  const { tenantId } = useParams();
  const path = `/tenant/${tenantId}`;
  const result = useDeletedContactsQuery();
  const [isLoadingMore, setIsLoadingMore] = useState(false);
  const more = (after: string | null) => {
    setIsLoadingMore(true);
    void result
      .fetchMore({ variables: { after } })
      .catch(() => undefined)
      .finally(() => setIsLoadingMore(false));
  };
  return (
    <main id="content" className="mx-auto flex w-full max-w-4xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8">
      <title>Recently deleted · Atrium</title>
      <PageHeader
        title="Recently deleted"
        subtitle="Contacts are kept for 30 days with all that was said, and can be brought back."
        leading={
          <LinkButton
            to={`${path}/contacts`}
            variant="quiet"
            size="small"
            aria-label="All contacts"
            icon={<ArrowLeft aria-hidden="true" />}
          />
        }
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
                <Button variant="quiet" isBusy={isLoadingMore} onClick={() => more(pageInfo.endCursor)}>
                  Show earlier ones
                </Button>
              </div>
            )}
          </Card>
        )}
      </PagePart>
    </main>
  );
}
