import type { PasskeyCard_ViewerFragment } from '../../generated/graphql';
import { CardSection } from '../../ui/card';
import { AddPasskey } from './add-passkey';
import { PasskeyRow } from './passkey-row';
import { useCanUsePasskeys } from './web-authn';

/** With which the person signs in without a password. */
export function PasskeyCard({ viewer: { passkeys } }: { viewer: PasskeyCard_ViewerFragment }) {
  const canUse = useCanUsePasskeys();
  return (
    <CardSection id="passkeys" title="Passkeys">
      <p className="px-5 pt-2 pb-3 text-ink-muted">
        A passkey opens your account by your finger, your face or your device’s PIN, without password and code.
        {!canUse && ' This browser cannot use passkeys here.'}
      </p>
      {passkeys.length > 0 && (
        <ul className="flex flex-col border-line border-t">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {canUse && <AddPasskey />}
    </CardSection>
  );
}
