import { Field, InterfaceType } from 'type-graphql';
import { DateTimeISO } from '../graphql/date-time';
import type { Loaders } from '../graphql/loaders';
import { cursorOf } from './cursor';
import type { LoggedEvent } from './event-log';

/** Of the argument `after` of every subscription. */
export const afterDescription =
  'The cursor of the last event that is known (`tenantEvents`, `events`); "now", or nothing, for what comes from now on.';

/** What a noun says of one kind of event. */
export interface EventKind {
  /** Implements `TenantEvent`. */
  Type: new (
    event: LoggedEvent,
    row: never,
  ) => TenantEvent;
  /** Null where the row is gone, or where there is none. */
  load(event: LoggedEvent, loaders: Loaders): Promise<unknown>;
}

@InterfaceType({
  description:
    'Something that happened in the tenant. Events are numbered in the order of their commits, without gaps; who goes on from a cursor gets each once.',
})
export abstract class TenantEvent {
  constructor(protected readonly event: LoggedEvent) {}

  get actorId(): string | null {
    return this.event.actorId;
  }

  @Field(() => String, { description: 'For `after`: what follows on this event. Kept for seven days.' })
  get cursor(): string {
    return cursorOf(this.event.seq);
  }

  @Field(() => String, {
    description: 'What happened, such as `messageSent`; for programs that do not ask for `__typename`.',
  })
  get type(): string {
    return this.event.type;
  }

  @Field(() => DateTimeISO, { description: 'When it was written.' })
  get occurredAt(): string {
    return this.event.occurredAt;
  }
}
