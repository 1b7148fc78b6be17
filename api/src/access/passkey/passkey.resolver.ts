import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../../graphql/answer';
import type { RequestContext } from '../../graphql/context';
import { requireId } from '../../graphql/user-error';
import { SignInPayload, ViewerPayload } from '../account/account.inputs';
import { requireWholeAccount } from '../account/accounts';
import { signedIn } from '../account/signed-in';
import { Viewer } from '../viewer';
import { Passkey } from './passkey';
import { AddPasskeyInput, PasskeyOptionsPayload, RemovePasskeyInput, SignInWithPasskeyInput } from './passkey.inputs';
import { mostPasskeys } from './passkeys';

@Resolver(() => Viewer)
export class PasskeyResolver {
  @FieldResolver(() => [Passkey], {
    description: `With which the person signs in, newest first; ${mostPasskeys} at most.`,
    complexity: ({ childComplexity }) => mostPasskeys * (1 + childComplexity),
  })
  async passkeys(@Root() { principal }: Viewer, @Ctx() { access }: RequestContext): Promise<Passkey[]> {
    const isWhole = principal.kind === 'account' && principal.onlyTenantId === null;
    return isWhole ? access.passkeys.of(principal.id) : [];
  }

  @Mutation(() => PasskeyOptionsPayload, { description: 'What to ask a browser for, so that it makes a passkey.' })
  async beginPasskey(@Ctx() { access, asker }: RequestContext): Promise<PasskeyOptionsPayload> {
    return { options: await access.passkeys.begin(asker) };
  }

  @Mutation(() => ViewerPayload, { description: 'From now on, the viewer can sign in with the passkey.' })
  addPasskey(
    @Arg('input', () => AddPasskeyInput, { description: 'What the browser has made.' }) input: AddPasskeyInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<ViewerPayload> {
    return answer(
      { viewer: null },
      AddPasskeyInput,
      input,
      async () => {
        await access.passkeys.add(asker, input.name, input.response);
        return { viewer: new Viewer(requireWholeAccount(asker)) };
      },
      () => void requireWholeAccount(asker),
    );
  }

  @Mutation(() => ViewerPayload, { description: 'Nobody signs in with the passkey any more; sessions go on.' })
  removePasskey(
    @Arg('input', () => RemovePasskeyInput, { description: 'Which.' }) input: RemovePasskeyInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<ViewerPayload> {
    return answer(
      { viewer: null },
      RemovePasskeyInput,
      input,
      async () => {
        await access.passkeys.remove(asker, requireId('id', input.id, 'passkey'));
        return { viewer: new Viewer(requireWholeAccount(asker)) };
      },
      () => void requireWholeAccount(asker),
    );
  }

  @Mutation(() => PasskeyOptionsPayload, { description: 'What to ask a browser for, so that it signs with a passkey.' })
  async beginPasskeySignIn(@Ctx() { access, asker }: RequestContext): Promise<PasskeyOptionsPayload> {
    return { options: await access.passkeySignIn.begin(asker) };
  }

  @Mutation(() => SignInPayload, { description: 'Opens a session of 30 days. A passkey stands for the code as well.' })
  signInWithPasskey(
    @Arg('input', () => SignInWithPasskeyInput, { description: 'What the browser has signed.' })
    input: SignInWithPasskeyInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<SignInPayload> {
    return answer({ viewer: null, token: null }, SignInWithPasskeyInput, input, async () => {
      const token = await access.passkeySignIn.finish(asker, input.response);
      return { viewer: await signedIn(access.principals, asker, token), token };
    });
  }
}
