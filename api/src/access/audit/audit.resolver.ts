import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/context';
import { type Connection, connectionTypes, keyForms, listPage } from '../../graphql/pagination';
import { Tenant } from '../../tenancy/tenant';
import { AuditEntry } from './audit-entry';

const AuditEntryConnection = connectionTypes(AuditEntry, 'entries');

@ArgsType()
class AuditLogArgs {
  @Field(() => Int, { defaultValue: 25, description: 'Page size: 0 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'A cursor: the page begins behind it.' })
  after?: string | null;
}

@Resolver(() => Tenant)
export class AuditResolver {
  @FieldResolver(() => AuditEntryConnection, { description: 'Newest first. Needs `tenant:admin`.' })
  auditLog(
    @Root() { id }: Tenant,
    @Args(() => AuditLogArgs) args: AuditLogArgs,
    @Ctx() { access, asker }: RequestContext,
  ): Promise<Connection<AuditEntry>> {
    return listPage(args, keyForms.time, {
      read: (after, limit) => access.auditLog.list(asker, id, after, limit),
      positionOf: ({ createdAt, id }) => ({ key: createdAt, id }),
      count: (atMost) => access.auditLog.count(asker, id, atMost),
    });
  }
}
