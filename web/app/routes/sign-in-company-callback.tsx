import { useSearchParams } from 'react-router';
import { FormMessage } from '../access/form-message';
import { openAnew } from '../access/open-anew';
import { takeDestination } from '../access/single-sign-on/destination';
import { FinishSignIn } from '../access/single-sign-on/finish-sign-in';
import { FrontPage } from '../shell/front-page';
import { TextLink } from '../ui/text-link';

/** Where a company's provider sends people back to. */
export default function SignInCompanyCallback() {
  const [params] = useSearchParams();
  const [code, state, iss] = [params.get('code'), params.get('state'), params.get('iss')];
  const goOn = (slug: string) => {
    // What stands in the address is of no use any more: Back does not come upon it.
    window.history.replaceState(null, '', '/sign-in');
    openAnew(takeDestination(slug));
  };
  return (
    <FrontPage
      title="Sign in with your company’s provider"
      footer={
        <p>
          <TextLink to="/sign-in/company">Begin again</TextLink> or{' '}
          <TextLink to="/sign-in">sign in with a password</TextLink>
        </p>
      }
    >
      {code && state ? (
        <FinishSignIn input={{ code, state, iss }} onSignedIn={goOn} />
      ) : (
        <FormMessage text={params.has('error') ? refused : incomplete} />
      )}
    </FrontPage>
  );
}

const refused = 'Your company’s provider did not sign you in. Ask those who run it, or begin again.';
const incomplete = 'This address is not complete: begin again.';
