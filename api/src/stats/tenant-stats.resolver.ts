import { Arg, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { longRead } from '../database/long-read';
import type { RequestContext } from '../graphql/context';
import { badArgument } from '../graphql/errors';
import { Tenant } from '../tenancy/tenant';
import { DayCount } from './day-count';
import { TenantSchema, TenantStats } from './tenant-stats';
import { countContacts, countMessagesPerDay } from './tenant-stats.repository';
import { TenantTable } from './tenant-table';

const maxDays = 366;
const usualTables = 20;

@Resolver(() => Tenant)
export class StatsOfTenantResolver {
  @FieldResolver(() => TenantStats, { description: 'How much it holds.' })
  async stats(@Root() tenant: Tenant, @Ctx() { companies }: RequestContext): Promise<TenantStats> {
    return new TenantStats(await companies.managerOf(tenant));
  }

  @FieldResolver(() => TenantSchema, { description: 'The PostgreSQL schema that holds its rows.' })
  async schema(@Root() tenant: Tenant, @Ctx() { companies }: RequestContext): Promise<TenantSchema> {
    return new TenantSchema(await companies.managerOf(tenant), tenant, companies.isUpToDate(tenant));
  }
}

@Resolver(() => TenantStats)
export class TenantStatsResolver {
  @FieldResolver(() => Int, { description: 'Contacts that are not deleted.' })
  contactCount(@Root() { manager }: TenantStats): Promise<number> {
    return longRead(manager, countContacts);
  }

  @FieldResolver(() => Int, { description: 'Conversations in any status.' })
  async conversationCount(@Root() stats: TenantStats): Promise<number> {
    return (await stats.conversationCounts()).conversations;
  }

  @FieldResolver(() => Int, { description: 'Conversations that are neither snoozed nor closed.' })
  async activeConversationCount(@Root() stats: TenantStats): Promise<number> {
    return (await stats.conversationCounts()).active;
  }

  @FieldResolver(() => Int, { description: 'Messages of all senders, system lines included.' })
  async messageCount(@Root() stats: TenantStats): Promise<number> {
    return (await stats.conversationCounts()).messages;
  }

  @FieldResolver(() => [DayCount], {
    description: 'Messages of each of the last days (UTC), oldest first, today last.',
    complexity: ({ args, childComplexity }) =>
      Math.min(Math.max(Number(args['days']), 1), maxDays) * (1 + childComplexity),
  })
  messagesPerDay(
    @Root() { manager }: TenantStats,
    @Arg('days', () => Int, { defaultValue: 14, description: `How many days, today included: 1 to ${maxDays}.` })
    days: number,
  ): Promise<DayCount[]> {
    if (days < 1 || days > maxDays) throw badArgument('days', `expected 1 to ${maxDays}, got ${days}.`);
    return longRead(manager, (inside) => countMessagesPerDay(inside, days));
  }
}

@Resolver(() => TenantSchema)
export class TenantSchemaResolver {
  @FieldResolver(() => [TenantTable], {
    description: 'Its tables, by name.',
    complexity: ({ childComplexity }) => usualTables * (1 + childComplexity),
  })
  tables(@Root() schema: TenantSchema): Promise<TenantTable[]> {
    return schema.listTables();
  }

  @FieldResolver(() => Float, { description: 'Bytes on disk of all its tables and indexes.' })
  async sizeBytes(@Root() schema: TenantSchema): Promise<number> {
    return (await schema.listTables()).reduce((sum, table) => sum + table.sizeBytes, 0);
  }
}
