import { isAtLeast, Role } from '../../access/role';
import type { RequestContext } from '../../graphql/context';
import { isUuid } from '../../graphql/text';
import { type UserError, UserErrorCode } from '../../graphql/user-error';

export interface KnownAccount {
  id: string;
  name: string;
}

/** Those of the accounts that are members and have at least this role. Before a transaction, which must not wait for a second connection. */
export async function findAccounts(
  { access, asker, tenant }: RequestContext,
  accountIds: readonly string[],
  lowest = Role.VIEWER,
): Promise<KnownAccount[]> {
  const known = accountIds.filter(isUuid);
  if (known.length === 0) return [];
  const members = await access.members.find(asker, tenant.id, known);
  return members.filter(({ role }) => isAtLeast(role, lowest)).map(({ account: { id, name } }) => ({ id, name }));
}

/** Who is to have conversations: nobody, or an error of the input for whoever does not belong to the company, or may not write in it. */
export async function findAssignee(
  ctx: RequestContext,
  accountId: string | null | undefined,
): Promise<{ assignee: KnownAccount | null; errors: UserError[] }> {
  if (accountId === null || accountId === undefined) return { assignee: null, errors: [] };
  const [assignee = null] = await findAccounts(ctx, [accountId], Role.MEMBER);
  return { assignee, errors: assignee ? [] : [notMember] };
}

const notMember: UserError = {
  code: UserErrorCode.NOT_FOUND,
  field: ['assigneeId'],
  message: 'There is no member with this account who may answer.',
};
