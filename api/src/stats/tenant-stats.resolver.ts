import { Arg, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { longRead } from '../database/long-read';
import type { RequestContext } from '../graphql/context';
import { Tenant } from '../tenancy/tenant';
import { DayCount } from './day-count';
import { SchemaDifference } from './schema-difference';
import { TenantSchema, TenantStats } from './tenant-stats';
import {
  countContacts,
  type Daily,
  findMedianFirstReply,
  listPerDay,
  maxDays,
  requireDays,
} from './tenant-stats.repository';
import { TenantTable } from './tenant-table';

const usualTables = 20;

/** It reads the catalog for one tenant: as much as some hundred rows. */
const costOfDrift = 1_000;

const howManyDays = { defaultValue: 14, description: `How many days, today included: 1 to ${maxDays}.` };

const costOfDays = ({ args, childComplexity }: { args: Record<string, unknown>; childComplexity: number }): number =>
  Math.min(Math.max(Number(args['days']), 1), maxDays) * (1 + childComplexity);

function perDay({ manager }: TenantStats, what: Daily, days: number): Promise<DayCount[]> {
  const wanted = requireDays(days);
  return longRead(manager, (inside) => listPerDay(inside, what, wanted));
}

@Resolver(() => Tenant)
export class StatsOfTenantResolver {
  @FieldResolver(() => TenantStats, { description: 'How much it holds.' })
  async stats(@Root() tenant: Tenant, @Ctx() { companies }: RequestContext): Promise<TenantStats> {
    return new TenantStats(await companies.managerOf(tenant), tenant);
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
    complexity: costOfDays,
  })
  messagesPerDay(@Root() stats: TenantStats, @Arg('days', () => Int, howManyDays) days: number): Promise<DayCount[]> {
    return perDay(stats, 'messages', days);
  }

  @FieldResolver(() => [DayCount], {
    description: 'Conversations that were begun on each of the last days (UTC), oldest first, today last.',
    complexity: costOfDays,
  })
  conversationsOpenedPerDay(
    @Root() stats: TenantStats,
    @Arg('days', () => Int, howManyDays) days: number,
  ): Promise<DayCount[]> {
    return perDay(stats, 'opened', days);
  }

  @FieldResolver(() => [DayCount], {
    description:
      'How often conversations were closed on each of the last days (UTC), oldest first, today last. One that was reopened and closed again counts twice.',
    complexity: costOfDays,
  })
  conversationsClosedPerDay(
    @Root() stats: TenantStats,
    @Arg('days', () => Int, howManyDays) days: number,
  ): Promise<DayCount[]> {
    return perDay(stats, 'closed', days);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Seconds from the first words of the contact to the first answer: the median of the conversations that were begun in the last days (UTC), of the newest 500 of them at most. Those without an answer do not count; null where none has one.',
  })
  medianFirstReplySeconds(
    @Root() { manager, tenant }: TenantStats,
    @Arg('days', () => Int, howManyDays) days: number,
  ): Promise<number | null> {
    const wanted = requireDays(days);
    return longRead(manager, (inside) => findMedianFirstReply(inside, wanted, tenant));
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

  @FieldResolver(() => [SchemaDifference], {
    description:
      'Where it is not as the migrations of its version make it; none where all is well. Needs `tenant:admin`.',
    complexity: ({ childComplexity }) => costOfDrift + usualTables * childComplexity,
  })
  async drift(@Root() { tenant }: TenantSchema, @Ctx() ctx: RequestContext): Promise<SchemaDifference[]> {
    ctx.require('tenant:admin', tenant.id);
    const differences = await ctx.companies.driftOf(tenant);
    return differences.map(({ what, statements }) => ({ what, sql: statements.join(';\n') || null }));
  }

  @FieldResolver(() => Float, { description: 'Bytes on disk of all its tables and indexes.' })
  async sizeBytes(@Root() schema: TenantSchema): Promise<number> {
    return (await schema.listTables()).reduce((sum, table) => sum + table.sizeBytes, 0);
  }
}
