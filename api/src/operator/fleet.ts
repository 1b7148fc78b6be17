import { Field, Float, Int, ObjectType } from 'type-graphql';
import { TenantStatus } from '../tenancy/tenant';

@ObjectType({ description: 'How many companies are in one state.', simpleResolvers: true })
export class TenantStatusCount {
  @Field(() => TenantStatus, { description: 'The state.' })
  status!: TenantStatus;

  @Field(() => Int, { description: 'How many; at least one.' })
  count!: number;
}

@ObjectType({
  description: 'The ways into companies that the process which answers keeps open.',
  simpleResolvers: true,
})
export class FleetPools {
  @Field(() => Int, { description: 'Companies whose way in is set up. It costs memory, and no connection.' })
  open!: number;

  @Field(() => Int, { description: 'Of these, those with a statement or a transaction under way now.' })
  inUse!: number;

  @Field(() => Int, { description: 'How many had to make room for others, since the start of the process.' })
  evicted!: number;
}

@ObjectType({ description: 'All companies of the deployment, from outside.', simpleResolvers: true })
export class Fleet {
  @Field(() => Int, { description: 'Companies, whatever their state.' })
  tenantCount!: number;

  @Field(() => [TenantStatusCount], {
    description: 'The same by state.',
    complexity: ({ childComplexity }) => Object.keys(TenantStatus).length * (1 + childComplexity),
  })
  byStatus!: TenantStatusCount[];

  @Field(() => Int, { description: 'Companies whose tables are older than this program.' })
  behind!: number;

  @Field(() => Int, { description: 'Of these, those whose migration failed: they are read, and take no writes.' })
  failed!: number;

  @Field(() => String, { description: 'The version to which every company’s tables are brought.' })
  version!: string;

  @Field(() => Int, { description: 'Connections to the database that the process which answers has open.' })
  openConnections!: number;

  @Field(() => FleetPools, { description: 'Of the process that answers.' })
  pools!: FleetPools;

  @Field(() => Float, { description: 'Bytes on disk, as the database last counted its pages.' })
  databaseSizeBytes!: number;
}
