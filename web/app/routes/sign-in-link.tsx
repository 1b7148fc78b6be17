import { openAnew } from '../access/open-anew';
import { LinkForm } from '../access/sign-in/link-form';
import { useHashToken } from '../access/use-hash-token';
import { FrontPage } from '../shell/front-page';
import { TextLink } from '../ui/text-link';

export default function SignInLink() {
  const token = useHashToken();
  return (
    <FrontPage
      title="Sign in by a link"
      text={token === '' ? undefined : 'Whoever runs this Atrium made a link for you. It is good once.'}
      footer={
        <p>
          You know your password? <TextLink to="/sign-in">Sign in with it</TextLink>
        </p>
      }
    >
      {token === '' ? (
        <p>This address is not complete: open the link as you were given it.</p>
      ) : (
        <LinkForm token={token ?? ''} onSignedIn={() => openAnew('/')} />
      )}
    </FrontPage>
  );
}
