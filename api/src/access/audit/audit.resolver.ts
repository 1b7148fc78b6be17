import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/context';
import { type Connection, connectionTypes, ForwardPageArgs, keyForms, listPage } from '../../graphql/pagination';
import { requireStorable } from '../../graphql/storable';
import { Tenant } from '../../tenancy/tenant';
import { AuditFilter } from './audit.inputs';
import { AuditEntry } from './audit-entry';

const AuditEntryConnection = connectionTypes(AuditEntry, 'entries');

@ArgsType()
class AuditLogArgs extends ForwardPageArgs {
  @Field(() => AuditFilter, { nullable: true, description: 'Which entries to show; all when nothing is given.' })
  filter?: AuditFilter | null;
}

@Resolver(() => Tenant)
export class AuditResolver {
  @FieldResolver(() => AuditEntryConnection, { description: 'Newest first. Needs `tenant:admin`.' })
  auditLog(
    @Root() { id }: Tenant,
    @Args(() => AuditLogArgs) { filter, ...args }: AuditLogArgs,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<Connection<AuditEntry>> {
    const wanted = filter ?? {};
    requireStorable('filter.action', wanted.action);
    return listPage(args, keyForms.time, {
      read: (after, limit) => access.auditLog.list(asker, id, wanted, after, limit),
      positionOf: ({ createdAt, id }) => ({ key: createdAt, id }),
      count: (atMost) => access.auditLog.count(asker, id, wanted, atMost),
    });
  }
}
