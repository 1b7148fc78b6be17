import { useParams } from 'react-router';
import { preload } from '../apollo/preload';
import { SavedViewList } from '../conversation/saved-views/saved-view-list';
import { SavedViewsDocument, useSavedViewsQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { CardSection } from '../ui/card';

const read = preload(SavedViewsDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function SavedViewsSettings() {
  const { tenantId } = useParams();
  const result = useSavedViewsQuery();
  return (
    <>
      <title>Saved views · Atrium</title>
      <PagePart result={result} loadingLabel="The saved views are loading">
        {({ savedViews }) => (
          <CardSection id="saved-views" title="Saved views">
            <SavedViewList savedViews={savedViews} inboxPath={`/tenant/${tenantId}/inbox`} />
          </CardSection>
        )}
      </PagePart>
    </>
  );
}
