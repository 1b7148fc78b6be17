import { AcceptInvitation } from '../access/members/accept-invitation';
import { openAnew } from '../access/open-anew';
import { SignOutButton } from '../access/sign-out-button';
import { useHashToken } from '../access/use-hash-token';
import { preload } from '../apollo/preload';
import { useViewerQuery, ViewerDocument } from '../generated/graphql';
import { ErrorPage } from '../shell/error-page';
import { FrontPage } from '../shell/front-page';
import { LinkButton } from '../ui/button';

const read = preload(ViewerDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function Invitation() {
  const token = useHashToken();
  const { data, error, loading, refetch } = useViewerQuery();
  if (error && !data) return <ErrorPage error={error} onRetry={() => void refetch()} isRetrying={loading} />;
  const viewer = data?.viewer?.account ? data.viewer : null;
  return (
    <FrontPage
      title="You are invited"
      text={token === '' ? undefined : 'Somebody asks you to join their company on Atrium.'}
      footer={
        viewer && (
          <p className="flex flex-wrap items-center gap-x-2">
            Signed in as {viewer.email}. <SignOutButton next={`/invitation#${token ?? ''}`}>Not you?</SignOutButton>
          </p>
        )
      }
    >
      {token === '' ? (
        <p>This address is not complete: open the link as it stands in the mail.</p>
      ) : viewer ? (
        <AcceptInvitation token={token ?? ''} onAccepted={(slug) => openAnew(`/tenant/${slug}/inbox`)} />
      ) : (
        <WaysIn token={token ?? ''} />
      )}
    </FrontPage>
  );
}

/** The token goes along behind `#`, where no server sees it. */
const WaysIn = ({ token }: { token: string }) => (
  <div className="flex flex-col gap-4">
    <p>An account belongs to the address that the invitation was sent to.</p>
    <LinkButton to={`/sign-up?next=%2Finvitation#${token}`} variant="primary" size="large">
      Create an account
    </LinkButton>
    <LinkButton to={`/sign-in?next=%2Finvitation#${token}`} size="large">
      I have an account
    </LinkButton>
  </div>
);
