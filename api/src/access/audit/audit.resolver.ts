import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/context';
import { type Connection, connectionTypes, ForwardPageArgs, keyForms, listPage } from '../../graphql/pagination';
import { Tenant } from '../../tenancy/tenant';
import { AuditEntry } from './audit-entry';

const AuditEntryConnection = connectionTypes(AuditEntry, 'entries');

@Resolver(() => Tenant)
export class AuditResolver {
  @FieldResolver(() => AuditEntryConnection, { description: 'Newest first. Needs `tenant:admin`.' })
  auditLog(
    @Root() { id }: Tenant,
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<Connection<AuditEntry>> {
    return listPage(args, keyForms.time, {
      read: (after, limit) => access.auditLog.list(asker, id, after, limit),
      positionOf: ({ createdAt, id }) => ({ key: createdAt, id }),
      count: (atMost) => access.auditLog.count(asker, id, atMost),
    });
  }
}
