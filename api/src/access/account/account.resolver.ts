import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../../graphql/answer';
import { checkInput } from '../../graphql/check-input';
import type { RequestContext } from '../../graphql/context';
import { requireId } from '../../graphql/user-error';
import { Viewer } from '../viewer';
import {
  ChangePasswordInput,
  RequestPasswordResetInput,
  RequestPasswordResetPayload,
  ResetPasswordInput,
  RevokeSessionInput,
  SignInInput,
  SignInPayload,
  SignInWithLinkInput,
  SignOutPayload,
  SignUpInput,
  SignUpPayload,
  UpdateProfileInput,
  ViewerPayload,
} from './account.inputs';
import { requireWholeAccount } from './accounts';
import { signedIn } from './signed-in';

const nobody = { viewer: null, token: null };

@Resolver()
export class AccountResolver {
  @Mutation(() => SignUpPayload, { description: 'Makes an account, and its first company with it, and signs in.' })
  signUp(
    @Arg('input', () => SignUpInput, { description: 'Who.' }) input: SignUpInput,
    @Ctx() { access, asker, companies }: RequestContext,
  ): Promise<SignUpPayload> {
    return answer({ ...nobody, tenant: null }, SignUpInput, input, async () => {
      const token = await access.accounts.signUp(asker, input);
      const viewer = await signedIn(access.principals, asker, token);
      const name = input.companyName?.trim();
      // The account is there by now, and its owner signed in: the company can be made on the next page as well.
      const tenant = name ? await companies.create({ name, idempotencyKey: null }).catch(() => null) : null;
      access.principals.forget();
      return { viewer, tenant, token };
    });
  }

  @Mutation(() => SignInPayload, { description: 'Opens a session of 30 days.' })
  signIn(
    @Arg('input', () => SignInInput, { description: 'Who.' }) input: SignInInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<SignInPayload> {
    return answer(nobody, SignInInput, input, async () => {
      const token = await access.accounts.signIn(asker, input);
      return { viewer: await signedIn(access.principals, asker, token), token };
    });
  }

  @Mutation(() => SignInPayload, { description: 'Opens a session by a link that an operator made.' })
  signInWithLink(
    @Arg('input', () => SignInWithLinkInput, { description: 'Which.' }) input: SignInWithLinkInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<SignInPayload> {
    return answer(nobody, SignInWithLinkInput, input, async () => {
      const token = await access.signInLinks.signIn(asker, input.token);
      return { viewer: await signedIn(access.principals, asker, token), token };
    });
  }

  @Mutation(() => SignOutPayload, { description: 'Ends the session that this request uses.' })
  async signOut(@Ctx() { access, asker }: RequestContext): Promise<SignOutPayload> {
    await access.accounts.signOut(asker);
    return { userErrors: [] };
  }

  @Mutation(() => SignOutPayload, { description: 'Ends all of the viewer’s sessions but this one.' })
  async signOutEverywhere(@Ctx() { access, asker }: RequestContext): Promise<SignOutPayload> {
    await access.accounts.signOutElsewhere(asker);
    return { userErrors: [] };
  }

  @Mutation(() => SignOutPayload, { description: 'Ends one of the viewer’s sessions.' })
  revokeSession(
    @Arg('input', () => RevokeSessionInput, { description: 'Which.' }) input: RevokeSessionInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<SignOutPayload> {
    return answer(
      {},
      RevokeSessionInput,
      input,
      async () => {
        await access.accounts.revokeSession(asker, requireId('id', input.id, 'session'));
        return {};
      },
      () => void requireWholeAccount(asker),
    );
  }

  @Mutation(() => ViewerPayload, { description: 'Changes what others see of the viewer.' })
  updateProfile(
    @Arg('input', () => UpdateProfileInput, { description: 'The new state.' }) input: UpdateProfileInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<ViewerPayload> {
    return answer(
      { viewer: null },
      UpdateProfileInput,
      input,
      async () => ({
        viewer: new Viewer(await access.accounts.rename(asker, input.name)),
      }),
      () => void requireWholeAccount(asker),
    );
  }

  @Mutation(() => ViewerPayload, { description: 'Gives the viewer another password, and ends all other sessions.' })
  changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'The old and the new one.' }) input: ChangePasswordInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<ViewerPayload> {
    return answer(
      { viewer: null },
      ChangePasswordInput,
      input,
      async () => {
        await access.accounts.changePassword(asker, input.currentPassword, input.newPassword);
        return { viewer: asker.principal && new Viewer(asker.principal) };
      },
      () => void requireWholeAccount(asker),
    );
  }

  @Mutation(() => RequestPasswordResetPayload, {
    description: 'Mails a link for a new password, if the address has an account.',
  })
  async requestPasswordReset(
    @Arg('input', () => RequestPasswordResetInput, { description: 'Whose.' }) input: RequestPasswordResetInput,
    @Ctx() { access, asker, post }: RequestContext,
  ): Promise<RequestPasswordResetPayload> {
    const userErrors = checkInput(RequestPasswordResetInput, input);
    if (userErrors.length > 0) return { userErrors };
    const token = await access.resets.request(asker, input.email);
    // Nobody waits for the mail: the answer would say by its time whether there was one.
    if (token !== null) post.sendReset(input.email.trim(), token);
    return { userErrors: [] };
  }

  @Mutation(() => SignOutPayload, { description: 'Sets a new password by a mailed link, and ends all sessions.' })
  resetPassword(
    @Arg('input', () => ResetPasswordInput, { description: 'What came by mail, and the password.' })
    input: ResetPasswordInput,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<SignOutPayload> {
    return answer({}, ResetPasswordInput, input, async () => {
      await access.resets.reset(asker, input.token, input.newPassword);
      return {};
    });
  }
}
