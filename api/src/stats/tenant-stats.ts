import { Field, ObjectType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { longRead } from '../database/long-read';
import type { Tenant } from '../tenancy/tenant';
import { type ConversationCounts, countConversations, listTables } from './tenant-stats.repository';
import type { TenantTable } from './tenant-table';

@ObjectType({
  description: 'How much a tenant holds. Counted when asked for, exactly, and each field only where it is selected.',
})
export class TenantStats {
  private counts: Promise<ConversationCounts> | null = null;

  constructor(
    readonly manager: EntityManager,
    readonly tenant: Tenant,
  ) {}

  /** Three fields, one query. */
  conversationCounts(): Promise<ConversationCounts> {
    this.counts ??= longRead(this.manager, countConversations);
    return this.counts;
  }
}

@ObjectType({ description: 'The PostgreSQL schema that holds a tenant’s rows, and nobody else’s.' })
export class TenantSchema {
  private listed: Promise<TenantTable[]> | null = null;

  constructor(
    private readonly manager: EntityManager,
    readonly tenant: Tenant,
    readonly isNewest: boolean,
  ) {
    const { schemaName, schemaVersion, failure } = tenant;
    this.name = schemaName;
    this.version = schemaVersion;
    this.failure = failure;
  }

  /** Two fields, one query. */
  listTables(): Promise<TenantTable[]> {
    this.listed ??= listTables(this.manager, this.name);
    return this.listed;
  }

  @Field(() => String, {
    description: "Generated from the tenant's id; also the name of the database role that may use it.",
  })
  name: string;

  @Field(() => String, { description: 'The newest migration that ran in it: the milliseconds in its file name.' })
  version: string;

  @Field(() => Boolean, {
    description:
      'Whether that is the newest one. The one before is served as well, while tenants are brought up to date.',
  })
  get isUpToDate(): boolean {
    return this.isNewest;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Why it could not be brought up to date: until then the tenant is read but not written (`TENANT_READ_ONLY`). Null where all is well.',
  })
  failure: string | null;
}
