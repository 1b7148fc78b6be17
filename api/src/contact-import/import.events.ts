import { Field, ID, ObjectType } from 'type-graphql';
import type { LoggedEvent } from '../events/event-log';
import { TenantEvent } from '../events/tenant-event';
import { Import } from './import';

@ObjectType({
  implements: TenantEvent,
  description: 'An import was started, has got further, ended, or is being taken back.',
})
export class ImportChanged extends TenantEvent {
  constructor(event: LoggedEvent, row: Import | null) {
    super(event);
    this.importId = event.id;
    this.import = row;
  }

  @Field(() => ID, { description: 'Of the import.' })
  importId: string;

  @Field(() => Import, { nullable: true, description: 'As it is when the event is read.' })
  import: Import | null;
}
