import { Field, ID, ObjectType } from 'type-graphql';
import type { LoggedEvent } from '../events/event-log';
import { TenantEvent } from '../events/tenant-event';
import { Label } from './label';

@ObjectType({
  implements: TenantEvent,
  description: 'A label was made, changed or deleted: lists that show labels are to be read anew.',
})
export class LabelsChanged extends TenantEvent {
  constructor(event: LoggedEvent, row: Label | null) {
    super(event);
    this.labelId = event.id;
    this.label = row;
  }

  @Field(() => ID, { description: 'Of the label.' })
  labelId: string;

  @Field(() => Label, {
    nullable: true,
    description: 'As it is when the event is read; null where it is deleted by then.',
  })
  label: Label | null;
}
