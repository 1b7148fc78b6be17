import { preload } from '../apollo/preload';
import { GeneralSettingsDocument, useGeneralSettingsQuery } from '../generated/graphql';
import { GeneralCard } from '../settings/general-card';
import { PagePart } from '../shell/page-part';

const read = preload(GeneralSettingsDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function GeneralSettings() {
  const result = useGeneralSettingsQuery();
  return (
    <>
      <title>Settings · Atrium</title>
      <PagePart result={result} loadingLabel="The company is loading">
        {({ currentTenant }) => <GeneralCard tenant={currentTenant} />}
      </PagePart>
    </>
  );
}
