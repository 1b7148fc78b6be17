import { IfMay } from '../access/permissions';
import { preload, type RouteArgs } from '../apollo/preload';
import { ErasureList } from '../contact/erasure/erasure-list';
import { DataSettingsDocument, ErasuresDocument, useDataSettingsQuery, useErasuresQuery } from '../generated/graphql';
import { SchemaCard } from '../settings/schema-card';
import { PagePart } from '../shell/page-part';

const readData = preload(DataSettingsDocument, () => ({}));
const readErasures = preload(ErasuresDocument, () => ({}));

/** Receipts are for admins: whoever is refused them is not refused the page. */
const read = async (args: RouteArgs): Promise<null> => {
  await Promise.all([readData(args), readErasures(args).catch(() => null)]);
  return null;
};
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
      <IfMay permission="tenant:admin">
        <Erasures />
      </IfMay>
    </>
  );
}

function Erasures() {
  const result = useErasuresQuery();
  return (
    <PagePart result={result} loadingLabel="The receipts are loading">
      {({ erasures }) => (
        <ErasureList
          erasures={erasures}
          onMore={() => result.fetchMore({ variables: { after: erasures.pageInfo.endCursor } })}
        />
      )}
    </PagePart>
  );
}
