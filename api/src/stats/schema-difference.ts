import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'Where a company’s schema is not as the migrations make it: somebody was at work in it past Atrium.',
  simpleResolvers: true,
})
export class SchemaDifference {
  @Field(() => String, { description: 'In a sentence, with the names of table and column.' })
  what!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The statements that would mend it; null where only a person can say.',
  })
  sql!: string | null;
}
