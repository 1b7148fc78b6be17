import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeISO } from '../../graphql/date-time';
import { TenantStatus } from '../tenant';

@ObjectType({
  description: 'A company that is closed to its members for the time being. Nothing of what it holds can be reached.',
  simpleResolvers: true,
})
export class ClosedTenant {
  @Field(() => ID, { description: 'For `restoreTenant`.' })
  id!: string;

  @Field(() => String, { description: 'What the company is called.' })
  name!: string;

  @Field(() => String, { description: 'In addresses.' })
  slug!: string;

  @Field(() => TenantStatus, { description: 'SUSPENDED or DELETING.' })
  status!: TenantStatus;

  @Field(() => String, { nullable: true, description: 'Why it was suspended; null where it was not.' })
  reason!: string | null;

  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'Of one that is being deleted: until then it can be restored, and from then on it is dropped.',
  })
  until!: string | null;

  @Field(() => Boolean, { description: 'Whether the viewer can take its deletion back.' })
  canRestore!: boolean;
}
