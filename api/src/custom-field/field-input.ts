import { Field, InputType } from 'type-graphql';
import { JSONValue } from '../graphql/json-object';

@InputType({ description: 'What a contact is to have in a custom field.' })
export class FieldInput {
  @Field(() => String, { description: 'Of the custom field. Given twice, the last counts.' })
  key!: string;

  @Field(() => JSONValue, {
    nullable: true,
    description: 'In the form of the field’s kind, or as its text; null or a blank text empties it.',
  })
  value?: unknown;
}

export const fieldsDescription = 'Values of custom fields. What is wrong with one is told under `["fields", key]`.';

/** Units: bytes of their JSON. */
export const mostFieldBytes = 65_536;
