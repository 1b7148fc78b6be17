import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../../graphql/answer';
import type { RequestContext } from '../../graphql/context';
import { userErrorFrom } from '../../graphql/user-error';
import { ViewerPayload } from '../account/account.inputs';
import { requireWholeAccount } from '../account/accounts';
import { Viewer } from '../viewer';
import {
  BeginTwoFactorPayload,
  DisableTwoFactorInput,
  EnableTwoFactorInput,
  RecoveryCodesPayload,
  RenewRecoveryCodesInput,
} from './two-factor.inputs';

const noCodes = { recoveryCodes: null, viewer: null };

@Resolver(() => Viewer)
export class TwoFactorResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether signing in with the password takes a code as well. A passkey is both at once.',
  })
  async hasTwoFactor(@Root() { principal }: Viewer, @Ctx() { access }: RequestContext): Promise<boolean> {
    return principal.kind === 'account' && (await access.twoFactor.stateOf(principal.id)).isOn;
  }

  @FieldResolver(() => Int, { description: 'Of ten, how many have not been used.' })
  async recoveryCodesLeft(@Root() { principal }: Viewer, @Ctx() { access }: RequestContext): Promise<number> {
    return principal.kind === 'account' ? (await access.twoFactor.stateOf(principal.id)).recoveryCodesLeft : 0;
  }

  @Mutation(() => BeginTwoFactorPayload, {
    description:
      'Makes a secret for an authenticator app. It is asked for once `enableTwoFactor` has seen a code of it.',
  })
  async beginTwoFactor(@Ctx() { access, asker }: RequestContext): Promise<BeginTwoFactorPayload> {
    try {
      return { ...(await access.twoFactor.begin(asker)), userErrors: [] };
    } catch (error) {
      return { secret: null, uri: null, userErrors: [userErrorFrom(error)] };
    }
  }

  @Mutation(() => RecoveryCodesPayload, { description: 'From now on, signing in with the password takes a code.' })
  enableTwoFactor(
    @Arg('input', () => EnableTwoFactorInput, { description: 'A code, and the password.' }) input: EnableTwoFactorInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<RecoveryCodesPayload> {
    return answer(
      noCodes,
      EnableTwoFactorInput,
      input,
      async () => ({
        recoveryCodes: await access.twoFactor.enable(asker, input.code, input.password),
        viewer: new Viewer(requireWholeAccount(asker)),
      }),
      () => void requireWholeAccount(asker),
    );
  }

  @Mutation(() => ViewerPayload, { description: 'Signing in takes the password alone again; recovery codes are void.' })
  disableTwoFactor(
    @Arg('input', () => DisableTwoFactorInput, { description: 'The password.' }) input: DisableTwoFactorInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<ViewerPayload> {
    return answer(
      { viewer: null },
      DisableTwoFactorInput,
      input,
      async () => {
        await access.twoFactor.disable(asker, input.password);
        return { viewer: new Viewer(requireWholeAccount(asker)) };
      },
      () => void requireWholeAccount(asker),
    );
  }

  @Mutation(() => RecoveryCodesPayload, { description: 'Makes ten recovery codes; those of before are void.' })
  renewRecoveryCodes(
    @Arg('input', () => RenewRecoveryCodesInput, { description: 'The password.' }) input: RenewRecoveryCodesInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<RecoveryCodesPayload> {
    return answer(
      noCodes,
      RenewRecoveryCodesInput,
      input,
      async () => ({
        recoveryCodes: await access.twoFactor.renewRecoveryCodes(asker, input.password),
        viewer: new Viewer(requireWholeAccount(asker)),
      }),
      () => void requireWholeAccount(asker),
    );
  }
}
