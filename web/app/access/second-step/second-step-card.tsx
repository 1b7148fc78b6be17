import { useRef, useState } from 'react';
import { type SecondStepCard_ViewerFragment, useBeginTwoFactorMutation } from '../../generated/graphql';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { CardSection } from '../../ui/card';
import { useAction } from '../use-action';
import { EnableSecondStep, type SecondStepSecret } from './enable-second-step';
import { ManageSecondStep } from './manage-second-step';
import { RecoveryCodes } from './recovery-codes';

/** Codes of an authenticator app, asked for after the password. */
export function SecondStepCard({ viewer }: { viewer: SecondStepCard_ViewerFragment }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const content = useRef<HTMLDivElement>(null);
  const { hasTwoFactor, recoveryCodesLeft } = viewer;
  return (
    <CardSection
      id="second-step"
      title="Second step"
      action={<Badge tone={hasTwoFactor ? 'accent' : 'neutral'}>{hasTwoFactor ? 'on' : 'off'}</Badge>}
    >
      <div ref={content} tabIndex={-1} className="flex flex-col items-start gap-4 px-5 pt-2 pb-5">
        {codes && <RecoveryCodes codes={codes} />}
        {hasTwoFactor ? (
          <ManageSecondStep
            codesLeft={recoveryCodesLeft}
            onRenewed={(renewed) => setCodes(renewed)}
            onDisabled={() => {
              setCodes(null);
              // The button that was pressed is gone.
              content.current?.focus();
            }}
          />
        ) : (
          <SecondStepOff email={viewer.email ?? ''} onEnabled={setCodes} />
        )}
      </div>
    </CardSection>
  );
}

interface SecondStepOffProps {
  email: string;
  onEnabled: (codes: readonly string[]) => void;
}

function SecondStepOff({ email, onEnabled }: SecondStepOffProps) {
  const [begun, setBegun] = useState<SecondStepSecret | null>(null);
  const [begin] = useBeginTwoFactorMutation();
  const { act, isBusy } = useAction();
  const start = () =>
    act(async () => {
      const { secret, uri, userErrors } = (await begin()).data?.beginTwoFactor ?? {};
      if (secret && uri) setBegun({ secret, uri });
      return userErrors;
    });
  return (
    <>
      <p className="text-ink-muted">
        Besides your password, signing in asks for a code of an authenticator app on your telephone.
      </p>
      {begun ? (
        <EnableSecondStep {...begun} email={email} onEnabled={onEnabled} onCancel={() => setBegun(null)} />
      ) : (
        <Button isBusy={isBusy} onClick={() => void start()}>
          Set up a second step
        </Button>
      )}
    </>
  );
}
