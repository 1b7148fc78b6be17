import { Arg, Args, ArgsType, Ctx, Field, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { badArgument } from '../graphql/errors';
import { type Connection, connectionTypes, maxPageSize } from '../graphql/pagination';
import type { Delivered } from '../live/tenant-stream';
import { TenantEvent } from './tenant-event';

// An interface is an abstract class, of which type-graphql takes the name.
const TenantEventConnection = connectionTypes(TenantEvent as unknown as new () => TenantEvent, 'events');

@ArgsType()
class EventsArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of an event, or "now": the page begins behind it. From the oldest that is kept where nothing is said.',
  })
  after?: string | null;

  @Field(() => Int, { defaultValue: 100, description: 'Page size: 0 to 100.' })
  first!: number;
}

@Resolver()
export class EventsResolver {
  @Query(() => TenantEventConnection, {
    description:
      'The tenant’s events in the order in which they happened: for programs that ask now and again what is new. An empty page has an `endCursor` as well, to go on from. `EVENTS_EXPIRED` where the cursor is older than what is kept.',
  })
  async events(
    @Args(() => EventsArgs) { after, first }: EventsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<TenantEvent>> {
    if (first < 0 || first > maxPageSize) throw badArgument('first', `expected 0 to ${maxPageSize}, got ${first}.`);
    return ctx.events.list(after ?? null, first);
  }

  @Subscription(() => TenantEvent, {
    description:
      'Everything that happens in the tenant, numbered and in order. Who was away goes on with the cursor of the last event it has, and misses none.',
    subscribe: ({ args, context }: { args: { after?: string | null }; context: RequestContext }) =>
      context.events.subscribe({ after: args.after ?? null }),
  })
  tenantEvents(
    @Arg('after', () => String, {
      nullable: true,
      description: 'The cursor of the last event that is known; "now", or nothing, for what comes from now on.',
    })
    _after: string | null,
    @Root() delivered: Delivered,
    @Ctx() ctx: RequestContext,
  ): TenantEvent {
    return ctx.events.present(delivered);
  }
}
