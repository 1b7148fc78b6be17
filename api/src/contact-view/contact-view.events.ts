import { Field, ID, ObjectType } from 'type-graphql';
import type { LoggedEvent } from '../events/event-log';
import { TenantEvent } from '../events/tenant-event';

@ObjectType({
  implements: TenantEvent,
  description:
    'A view of contacts that everybody has, or had, was saved or deleted: `contactViews` is to be read anew.',
})
export class ContactViewsChanged extends TenantEvent {
  constructor(event: LoggedEvent) {
    super(event);
    this.contactViewId = event.id;
  }

  @Field(() => ID, { description: 'Of the view.' })
  contactViewId: string;
}
