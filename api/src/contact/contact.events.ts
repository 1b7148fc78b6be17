import { Field, ID, ObjectType } from 'type-graphql';
import type { LoggedEvent } from '../events/event-log';
import { TenantEvent } from '../events/tenant-event';
import { Contact } from './contact';

@ObjectType({ implements: TenantEvent, description: 'A contact was created, changed or restored.' })
export class ContactChanged extends TenantEvent {
  constructor(event: LoggedEvent, row: Contact | null) {
    super(event);
    this.contactId = event.id;
    this.contact = row;
  }

  @Field(() => ID, { description: 'Of the contact.' })
  contactId: string;

  @Field(() => Contact, {
    nullable: true,
    description: 'As it is when the event is read; null where it is deleted by then.',
  })
  contact: Contact | null;
}

@ObjectType({ implements: TenantEvent, description: 'A contact was deleted, with its conversations.' })
export class ContactDeleted extends TenantEvent {
  constructor(event: LoggedEvent) {
    super(event);
    this.contactId = event.id;
  }

  @Field(() => ID, { description: 'For `restoreContact`.' })
  contactId: string;
}
