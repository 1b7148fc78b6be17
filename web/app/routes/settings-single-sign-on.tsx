import { useMay } from '../access/permissions';
import { RedirectAddress } from '../access/single-sign-on/redirect-address';
import { RemoveSingleSignOn } from '../access/single-sign-on/remove-single-sign-on';
import { SingleSignOnForm } from '../access/single-sign-on/single-sign-on-form';
import { preload } from '../apollo/preload';
import { SingleSignOnSettingsDocument, useSingleSignOnSettingsQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { CardSection } from '../ui/card';
import { ErrorState } from '../ui/error-state';

const read = preload(SingleSignOnSettingsDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function SingleSignOnSettings() {
  const result = useSingleSignOnSettingsQuery();
  const reread = () => void result.refetch().catch(() => undefined);
  const isOwner = useMay('tenant:own');
  return (
    <>
      <title>Single sign-on · Atrium</title>
      {isOwner ? (
        <PagePart result={result} loadingLabel="The provider is loading">
          {({ currentTenant: { id, slug, singleSignOn, singleSignOnRedirectUri } }) => (
            <>
              <CardSection id="redirect-address" title="At your provider">
                <RedirectAddress uri={singleSignOnRedirectUri} slug={slug} />
              </CardSection>
              <CardSection
                id="provider"
                title={singleSignOn ? 'Provider' : 'New provider'}
                action={singleSignOn && <RemoveSingleSignOn tenantId={id} onRemoved={reread} />}
              >
                <SingleSignOnForm
                  key={singleSignOn?.issuer ?? ''}
                  tenantId={id}
                  singleSignOn={singleSignOn}
                  onSet={reread}
                />
              </CardSection>
            </>
          )}
        </PagePart>
      ) : (
        <ErrorState title="This is for owners of the company">Ask one of them, or for their role.</ErrorState>
      )}
    </>
  );
}
