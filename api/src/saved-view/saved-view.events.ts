import { Field, ID, ObjectType } from 'type-graphql';
import type { LoggedEvent } from '../events/event-log';
import { TenantEvent } from '../events/tenant-event';

@ObjectType({
  implements: TenantEvent,
  description: 'A view that everybody has, or had, was saved or deleted: `savedViews` is to be read anew.',
})
export class SavedViewsChanged extends TenantEvent {
  constructor(event: LoggedEvent) {
    super(event);
    this.savedViewId = event.id;
  }

  @Field(() => ID, { description: 'Of the view.' })
  savedViewId: string;
}
