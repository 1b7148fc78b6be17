import { Field, ObjectType } from 'type-graphql';
import { DateTimeISO } from '../../graphql/date-time';
import { Actor } from '../actor';
import { PermissionScalar } from '../permission';

@ObjectType({
  implements: Actor,
  description: 'Lets a program act in one company: `Authorization: Bearer` with the key.',
  simpleResolvers: true,
})
export class ApiKey extends Actor {
  @Field(() => String, { description: 'The last characters of the key, to know it by.' })
  hint!: string;

  @Field(() => [PermissionScalar], { description: 'What the program may do.' })
  scopes!: string[];

  @Field(() => DateTimeISO, { description: 'When it was made.' })
  createdAt!: string;

  @Field(() => DateTimeISO, { nullable: true, description: 'From then on it is refused; null where it never is.' })
  expiresAt!: string | null;

  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'Of its last request, to the minute; null before the first.',
  })
  lastUsedAt!: string | null;
}
