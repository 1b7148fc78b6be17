import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({
  description: 'Who did something: a person, a program with an API key, or Atrium itself.',
  resolveType: (value: Actor) => value.constructor.name,
})
export abstract class Actor {
  @Field(() => ID, { description: 'Stays the same for as long as it exists.' })
  id!: string;

  @Field(() => String, { description: 'The name to show beside what it did.' })
  name!: string;
}
