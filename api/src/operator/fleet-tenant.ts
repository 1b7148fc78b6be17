import { ArgsType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeISO } from '../graphql/date-time';
import { connectionTypes, ForwardPageArgs } from '../graphql/pagination';
import { TenantStatus } from '../tenancy/tenant';

export enum FleetTenantSort {
  NAME = 'name',
  SIZE = 'size',
  VERSION = 'version',
  ACTIVITY = 'activity',
  CREATED = 'created',
}

registerEnumType(FleetTenantSort, {
  name: 'FleetTenantSort',
  description: 'In which order companies are listed.',
  valuesConfig: {
    NAME: { description: 'By name, from A on, in any case.' },
    SIZE: { description: 'The largest first.' },
    VERSION: { description: 'Those whose tables are the oldest first.' },
    ACTIVITY: { description: 'The last used first.' },
    CREATED: { description: 'The newest first.' },
  },
});

@ObjectType({
  description: 'A company as operators see it: from outside. Nothing of what it holds can be reached from here.',
  simpleResolvers: true,
})
export class FleetTenant {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, { description: 'What the company is called.' })
  name!: string;

  @Field(() => String, { description: 'In addresses.' })
  slug!: string;

  @Field(() => TenantStatus, { description: 'Where it stands in its life.' })
  status!: TenantStatus;

  @Field(() => String, { nullable: true, description: 'Why it was suspended; null where it was not.' })
  statusReason!: string | null;

  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'Of one that is being deleted: from then on it is dropped.',
  })
  statusUntil!: string | null;

  @Field(() => String, { description: 'Of its tables.' })
  version!: string;

  @Field(() => Boolean, { description: 'Whether they are those of this program.' })
  isUpToDate!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why its tables could not be brought up to date: until they are, it takes no writes.',
  })
  failure!: string | null;

  @Field(() => Float, { description: 'Bytes on disk, as the database last counted its pages.' })
  sizeBytes!: number;

  @Field(() => DateTimeISO, { nullable: true, description: 'When somebody last used it, to the hour.' })
  lastActiveAt!: string | null;

  @Field(() => Int, { description: 'How many people belong to it.' })
  memberCount!: number;

  @Field(() => DateTimeISO, { description: 'When it was registered.' })
  createdAt!: string;

  /** Where it stands in the order that was asked for. */
  sortKey!: string;
}

export const FleetTenantConnection = connectionTypes(FleetTenant, 'companies');

@ArgsType()
export class FleetTenantsArgs extends ForwardPageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Text that occurs in the name or the slug, in any case; or an id. At most 200 characters.',
  })
  search?: string | null;

  @Field(() => TenantStatus, { nullable: true, description: 'Only those in this state.' })
  status?: TenantStatus | null;

  @Field(() => FleetTenantSort, { defaultValue: FleetTenantSort.NAME, description: 'The order.' })
  sort!: FleetTenantSort;
}
