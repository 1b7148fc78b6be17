import { Link } from 'react-router';
import { ProfileForm } from '../access/account/profile-form';
import { SessionList } from '../access/account/session-list';
import { PasskeyCard } from '../access/passkey/passkey-card';
import { ChangePasswordForm } from '../access/password/change-password-form';
import { SecondStepCard } from '../access/second-step/second-step-card';
import { UserMenu } from '../access/user-menu';
import { preload } from '../apollo/preload';
import { AccountPageDocument, useAccountPageQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { CardSection } from '../ui/card';
import { Logo } from '../ui/logo';
import { PageHeader } from '../ui/page-header';
import { ThemeMenu } from '../ui/theme-menu';

const read = preload(AccountPageDocument, () => ({}), { needsViewer: true });
export const loader = read;
export const clientLoader = read;

export default function Account() {
  const result = useAccountPageQuery();
  const reread = () => void result.refetch().catch(() => undefined);
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col gap-4 px-5 pb-16">
      <title>Account · Atrium</title>
      <header className="flex h-16 items-center justify-between gap-2">
        <Link
          to="/?tab=choose"
          className="flex items-center gap-2.5 rounded-control font-semibold text-reading tracking-tight"
        >
          <Logo className="size-7" />
          Atrium
        </Link>
        <span className="flex min-w-0 items-center gap-1">
          <UserMenu viewer={result.data?.viewer} />
          <ThemeMenu />
        </span>
      </header>
      <main id="content" className="flex flex-col gap-6">
        <PageHeader title="Account" subtitle={result.data?.viewer?.email} />
        <PagePart result={result} loadingLabel="Your account is loading">
          {({ viewer }) =>
            viewer && (
              <>
                <CardSection id="profile" title="Profile">
                  <ProfileForm key={viewer.name} name={viewer.name} email={viewer.email ?? ''} />
                </CardSection>
                <CardSection id="password" title="Password">
                  <ChangePasswordForm email={viewer.email ?? ''} onChanged={reread} />
                </CardSection>
                <SecondStepCard viewer={viewer} />
                <PasskeyCard viewer={viewer} />
                <SessionList sessions={viewer.sessions} onChanged={reread} />
              </>
            )
          }
        </PagePart>
      </main>
    </div>
  );
}
