import { Field, ID, ObjectType } from 'type-graphql';
import type { LoggedEvent } from '../events/event-log';
import { TenantEvent } from '../events/tenant-event';
import { CustomField } from './custom-field';

@ObjectType({
  implements: TenantEvent,
  description:
    'A custom field was made, changed, moved, deleted, restored or purged: whatever shows custom fields is to be read anew.',
})
export class CustomFieldsChanged extends TenantEvent {
  constructor(event: LoggedEvent, row: CustomField | null) {
    super(event);
    this.customFieldId = event.id;
    this.customField = row;
  }

  @Field(() => ID, { description: 'Of the custom field.' })
  customFieldId: string;

  @Field(() => CustomField, {
    nullable: true,
    description: 'As it is when the event is read; null where it is deleted by then.',
  })
  customField: CustomField | null;
}
