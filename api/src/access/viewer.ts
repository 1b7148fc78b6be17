import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The person or program that sends the request.', simpleResolvers: true })
export class Viewer {
  @Field(() => ID, { description: 'Stays the same for as long as the account exists.' })
  id!: string;

  @Field(() => String, { description: 'The name to show beside what the viewer does.' })
  name!: string;

  @Field(() => String, { description: 'The address the viewer signs in with.' })
  email!: string;
}
