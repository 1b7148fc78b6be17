import { openAnew } from '../access/open-anew';
import { ResetForm } from '../access/password/reset-form';
import { useHashToken } from '../access/use-hash-token';
import { FrontPage } from '../shell/front-page';
import { TextLink } from '../ui/text-link';

export default function ResetPassword() {
  const token = useHashToken();
  return (
    <FrontPage
      title="Choose a new password"
      footer={
        <p>
          The link is too old? <TextLink to="/forgotten-password">Ask for another one</TextLink>
        </p>
      }
    >
      {token === '' ? (
        <p>This address is not complete: open the link as it stands in the mail.</p>
      ) : (
        <ResetForm token={token ?? ''} onReset={() => openAnew('/sign-in?reset')} />
      )}
    </FrontPage>
  );
}
