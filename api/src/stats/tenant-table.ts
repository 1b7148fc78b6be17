import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A table of the tenant’s schema.', simpleResolvers: true })
export class TenantTable {
  @Field(() => String, { description: 'Its name within the schema.' })
  name!: string;

  @Field(() => Int, { description: 'How many columns it has.' })
  columnCount!: number;

  @Field(() => Float, {
    description: "PostgreSQL's estimate of its rows; right to a few percent soon after larger changes.",
  })
  estimatedRowCount!: number;

  @Field(() => Float, { description: 'Bytes on disk, indexes included.' })
  sizeBytes!: number;
}
