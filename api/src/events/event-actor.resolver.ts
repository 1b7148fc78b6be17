import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Actor } from '../access/actor/actor';
import type { RequestContext } from '../graphql/context';
import { TenantEvent } from './tenant-event';

// An interface is an abstract class, of which type-graphql takes the name.
@Resolver(() => TenantEvent as unknown as new () => TenantEvent)
export class EventActorResolver {
  @FieldResolver(() => Actor, {
    nullable: true,
    description: 'Who did it; null for what came by itself, and from before there were accounts.',
  })
  async actor(@Root() { actorId }: TenantEvent, @Ctx() { loaders }: RequestContext): Promise<Actor | null> {
    return actorId !== null ? loaders.actor.load(actorId) : null;
  }
}
