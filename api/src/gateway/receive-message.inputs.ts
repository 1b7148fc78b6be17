import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Contact } from '../contact/contact';
import { Constraint } from '../graphql/constraint';
import { ExternalIdConstraint } from '../graphql/external-id';
import { SendMessagePayload } from '../message/message.inputs';

@InputType({ description: 'What a contact wrote elsewhere: a mail, a form, a text message.' })
export class ReceiveMessageInput {
  @Field(() => String, {
    description:
      'What the other system calls it, such as a mail’s Message-ID. Received again, it answers the message of the first time, and writes nothing.',
  })
  @ExternalIdConstraint()
  externalId!: string;

  @Field(() => String, { description: 'Plain text. White space and lines within it are kept.' })
  @Constraint({ minLength: 1, maxLength: 10_000 })
  content!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who wrote it has this or `phone`. A contact is found by it in any case.',
  })
  @Constraint({ maxLength: 320, format: 'EMAIL' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'With its country code.' })
  @Constraint({ maxLength: 50, format: 'PHONE' })
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A new contact’s; their address or number where nothing is said.',
  })
  @Constraint({ maxLength: 200 })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'How a new contact came to you.' })
  @Constraint({ maxLength: 200 })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a new conversation.' })
  @Constraint({ maxLength: 200 })
  subject?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Which conversation goes on with it. One that is not there, or no more, counts as none.',
  })
  conversationId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'External ids of messages that it answers, the nearest first, 100 at most: the conversation of the first that is known goes on. Where none is, a new one begins.',
  })
  answers?: string[] | null;
}

@ObjectType({
  description: 'The message in its conversation, or what kept it from being received.',
  simpleResolvers: true,
})
export class ReceiveMessagePayload extends SendMessagePayload {
  @Field(() => Contact, {
    nullable: true,
    description: 'Whose conversation it is; null where `userErrors` says why not.',
  })
  contact!: Contact | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was written now; null where `userErrors` says why not.',
  })
  isNew!: boolean | null;
}
