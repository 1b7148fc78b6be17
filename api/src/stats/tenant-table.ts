import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A table of the tenant’s schema.', simpleResolvers: true })
export class TenantTable {
  @Field(() => String, { description: 'Its name within the schema.' })
  name!: string;

  @Field(() => Int, { description: 'How many columns it has.' })
  columnCount!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "PostgreSQL's estimate of its rows, right to a few percent soon after larger changes; null where it has made none yet.",
  })
  estimatedRowCount!: number | null;

  @Field(() => Float, { description: 'Bytes on disk, indexes included.' })
  sizeBytes!: number;
}
