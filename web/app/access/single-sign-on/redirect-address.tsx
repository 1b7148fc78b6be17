import { CopyButton } from '../../ui/copy-button';

interface RedirectAddressProps {
  uri: string;
  slug: string;
}

/** What a provider has to know before it sends anybody here. */
export const RedirectAddress = ({ uri, slug }: RedirectAddressProps) => (
  <div className="flex flex-col gap-3 px-5 pt-2 pb-5">
    <p>
      Register Atrium at your OpenID Connect provider as a web application, with this redirect address. It needs the
      scopes openid, email and profile, and has to confirm that email addresses are verified.
    </p>
    <div className="flex items-center gap-1 rounded-sm border border-line bg-sunken py-1 pr-1 pl-3">
      <code className="min-w-0 flex-1 font-mono text-detail [overflow-wrap:anywhere]">{uri}</code>
      <CopyButton text={uri} what="redirect address" className="size-8" />
    </div>
    <p className="text-detail text-ink-muted">
      People then choose “Sign in with your company’s provider” and enter <code className="font-mono">{slug}</code>.
      Whoever is new becomes a member; such a session opens this company alone.
    </p>
  </div>
);
