import { useSearchParams } from 'react-router';
import { openAnew } from '../access/open-anew';
import { BeginForm } from '../access/single-sign-on/begin-form';
import { companyIn, keepDestination } from '../access/single-sign-on/destination';
import { safeNext } from '../paths';
import { FrontPage } from '../shell/front-page';
import { TextLink } from '../ui/text-link';

export default function SignInCompany() {
  const [params] = useSearchParams();
  const next = safeNext(params.get('next'));
  const goOn = (url: string) => {
    keepDestination(next);
    openAnew(url);
  };
  return (
    <FrontPage
      title="Sign in with your company’s provider"
      text="For companies that have set one up. You come back here from its page."
      footer={
        <p>
          <TextLink to={`/sign-in?${params}`}>Sign in with a password instead</TextLink>
        </p>
      }
    >
      <BeginForm company={companyIn(next)} onBegun={goOn} />
    </FrontPage>
  );
}
