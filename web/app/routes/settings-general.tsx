import { IfMay } from '../access/permissions';
import { preload } from '../apollo/preload';
import { GeneralSettingsDocument, useGeneralSettingsQuery } from '../generated/graphql';
import { DangerZone } from '../settings/danger-zone';
import { GeneralCard } from '../settings/general-card';
import { RenameCompany } from '../settings/rename-company';
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
        {({ currentTenant }) => (
          <>
            <GeneralCard tenant={currentTenant} />
            <IfMay permission="tenant:own">
              <RenameCompany key={currentTenant.id + currentTenant.name + currentTenant.slug} tenant={currentTenant} />
              <DangerZone tenant={currentTenant} />
            </IfMay>
          </>
        )}
      </PagePart>
    </>
  );
}
