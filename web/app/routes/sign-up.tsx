import { useLocation, useSearchParams } from 'react-router';
import { openAnew } from '../access/open-anew';
import { SignUpForm } from '../access/sign-up/sign-up-form';
import { safeNext } from '../paths';
import { FrontPage } from '../shell/front-page';
import { TextLink } from '../ui/text-link';

export default function SignUp() {
  const [params] = useSearchParams();
  const { search, hash } = useLocation();
  const next = safeNext(params.get('next'));
  const isInvited = next.startsWith('/invitation');
  return (
    <FrontPage
      title="Create an account"
      text={
        isInvited
          ? 'Use the address that the invitation was sent to.'
          : 'Your company gets a database schema of its own, and is ready at once.'
      }
      footer={
        <p>
          Have an account already? <TextLink to={`/sign-in${search}${hash}`}>Sign in</TextLink>
        </p>
      }
    >
      <SignUpForm
        asksForCompany={!isInvited}
        onSignedUp={(slug) => openAnew(slug === null ? `${next}${hash}` : `/tenant/${slug}`)}
      />
    </FrontPage>
  );
}
