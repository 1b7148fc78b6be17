import { preload } from '../apollo/preload';
import { DataSettingsDocument, useDataSettingsQuery } from '../generated/graphql';
import { SchemaCard } from '../settings/schema-card';
import { PagePart } from '../shell/page-part';

const read = preload(DataSettingsDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function DataSettings() {
  const result = useDataSettingsQuery();
  return (
    <>
      <title>Data · Atrium</title>
      <PagePart result={result} loadingLabel="The schema is loading">
        {({ currentTenant }) => <SchemaCard tenant={currentTenant} />}
      </PagePart>
    </>
  );
}
