import { randomUUID } from 'node:crypto';
import { ask } from './company';
import { password, signUp } from './session';
import { sharedSystem } from './shared-system';

/** Ben Baker, a member of the company. Shape: the token of his session. */
export async function newColleague(slug: string): Promise<string> {
  const { webUrl } = sharedSystem();
  const email = `${randomUUID()}@people.example`;
  const account = await signUp(webUrl, { name: 'Ben Baker', email, password });
  if (!account) throw new Error('expected an account');
  const { currentTenant } = await ask('{ currentTenant { id } }', {}, slug);
  const { inviteMember } = await ask(
    'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { token userErrors { message } } }',
    { input: { tenantId: currentTenant.id, email } },
    slug,
  );
  await fetch(`${webUrl}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${account.token}` },
    body: JSON.stringify({
      query: 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { tenant { id } } }',
      variables: { input: { token: inviteMember.token } },
    }),
  });
  return account.token;
}
