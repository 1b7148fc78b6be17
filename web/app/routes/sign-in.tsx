import { Link, redirect, useLocation, useSearchParams } from 'react-router';
import { openAnew } from '../access/open-anew';
import { readDemoSignIn } from '../access/sign-in/demo-sign-in.server';
import { SignInForm } from '../access/sign-in/sign-in-form';
import { clientOf } from '../apollo/preload';
import { ViewerDocument } from '../generated/graphql';
import { safeNext } from '../paths';
import { FrontPage } from '../shell/front-page';
import { LinkButton } from '../ui/button';
import { TextLink } from '../ui/text-link';
import type { Route } from './+types/sign-in';

export async function loader({ request, context }: Route.LoaderArgs) {
  const next = safeNext(new URL(request.url).searchParams.get('next'));
  const { data } = await clientOf({ params: {}, context })
    .query({ query: ViewerDocument })
    .catch(() => ({ data: undefined }));
  if (data?.viewer?.account) throw redirect(next);
  const demo = await readDemoSignIn();
  // Not even its name goes to those who are not to know of one.
  return demo ? { demo } : {};
}

export default function SignIn({ loaderData: { demo } }: Route.ComponentProps) {
  const [params] = useSearchParams();
  // An invitation's token stands there, which no server shall see.
  const { search, hash } = useLocation();
  const next = safeNext(params.get('next'));
  return (
    <FrontPage
      title="Sign in"
      text={
        params.has('reset')
          ? 'Your new password is set. Sign in with it.'
          : next.startsWith('/invitation')
            ? 'Sign in with the address that the invitation was sent to.'
            : undefined
      }
      footer={
        <p>
          New here? <TextLink to={`/sign-up${search}${hash}`}>Create an account</TextLink>
        </p>
      }
    >
      <div className="flex flex-col gap-5">
        {demo && (
          <p className="rounded-control bg-accent-soft px-3 py-2.5 text-accent-ink">
            This is a demo: its sign-in is filled in already.
          </p>
        )}
        <SignInForm {...demo} onSignedIn={() => openAnew(`${next}${hash}`)}>
          <Link
            to="/forgotten-password"
            className="self-center rounded-sm text-detail text-ink-muted hover:text-ink hover:underline"
          >
            Forgotten your password?
          </Link>
        </SignInForm>
        <LinkButton to={`/sign-in/company${search}`} size="large">
          Sign in with your company’s provider
        </LinkButton>
      </div>
    </FrontPage>
  );
}
