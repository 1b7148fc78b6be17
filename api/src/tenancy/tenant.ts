import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeISO } from '../graphql/date-time';

export enum TenantStatus {
  CREATING = 'creating',
  ACTIVE = 'active',
  SUSPENDED = 'suspended',
  DELETING = 'deleting',
  DROPPING = 'dropping',
}

registerEnumType(TenantStatus, {
  name: 'TenantStatus',
  description: 'Where a tenant stands in its life.',
  valuesConfig: {
    CREATING: { description: 'Being set up; not visible to anyone yet.' },
    ACTIVE: { description: 'In use.' },
    SUSPENDED: { description: 'Closed for the time being; its rows are kept.' },
    DELETING: { description: 'Waiting for the end of its grace period, after which its schema is dropped.' },
    DROPPING: { description: 'Its grace period is over; what it had is being removed.' },
  },
});

@ObjectType({
  description:
    'A company. Its contacts, conversations and messages live in a PostgreSQL schema of its own, under a role of its own.',
  simpleResolvers: true,
})
export class Tenant {
  @Field(() => ID, { description: 'A UUID. Can be sent as X-Tenant-Id.' })
  id!: string;

  @Field(() => String, { description: "The company's name as it was given, 1 to 200 characters." })
  name!: string;

  @Field(() => String, {
    description: 'Made from the name, unique in the deployment, used in addresses. Can be sent as X-Tenant-Id.',
  })
  slug!: string;

  @Field(() => TenantStatus, { description: 'Where the tenant stands in its life.' })
  status!: TenantStatus;

  @Field(() => DateTimeISO, { description: 'When the company was registered.' })
  createdAt!: string;

  @Field(() => DateTimeISO, { description: 'When its name or status last changed.' })
  updatedAt!: string;

  @Field(() => Boolean, {
    description: 'Whether it is a copy of another company to try things in, with invented names, numbers and texts.',
  })
  isSandbox!: boolean;

  @Field(() => DateTimeISO, { nullable: true, description: 'When a sandbox is dropped; null for a company.' })
  sandboxEndsAt!: string | null;

  /** Of the PostgreSQL schema and of the role that may use it; generated, never made from the company's name. */
  schemaName!: string;

  schemaVersion!: string;

  /** Why its tables could not be brought up to date: until they are, it takes no writes. Null where all is well. */
  failure!: string | null;

  /** Of a suspended company: why, in a sentence for its members. */
  statusReason!: string | null;

  /** Of one that is being deleted: from when on it is dropped. ISO 8601. */
  statusUntil!: string | null;
}

/** Whether it is closed to its members, who are told so: whatever is being made or dropped is as if it were not there. */
export const isClosed = ({ status }: Pick<Tenant, 'status'>): boolean =>
  status === TenantStatus.SUSPENDED || status === TenantStatus.DELETING;
