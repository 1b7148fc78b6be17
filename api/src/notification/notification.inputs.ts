import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ForwardPageArgs } from '../graphql/pagination';
import { UserError, UserErrorCode } from '../graphql/user-error';

export const mostMarked = 100;

@ArgsType()
export class NotificationsArgs extends ForwardPageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are unread, or that are read; all when nothing is said.',
  })
  isUnread?: boolean | null;
}

@InputType({ description: 'What the caller has taken notice of: some, or all.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], {
    nullable: true,
    description: `At most ${mostMarked} of the caller’s own; any other changes nothing.`,
  })
  ids?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True for all there are, instead of `ids`.' })
  all?: boolean | null;
}

@ObjectType({ description: 'What is left unread, or what kept it from being marked.', simpleResolvers: true })
export class MarkNotificationsReadPayload {
  @Field(() => Int, { nullable: true, description: 'By now; null where `userErrors` says why not.' })
  unreadNotificationCount!: number | null;

  @Field(() => [UserError], { description: 'What to change about the input; empty on success.' })
  userErrors!: UserError[];
}

/** What goes between processes are ids: how many are left is counted when it is told. */
@ObjectType({ description: 'What the caller has marked as read, on whichever device.' })
export class NotificationsRead {
  @Field(() => [ID], { nullable: true, description: 'Which; null for all there were.' })
  ids!: string[] | null;
}

export function checkMarking({ ids, all }: MarkNotificationsReadInput): UserError[] {
  const refuse = (message: string) => [{ code: UserErrorCode.INVALID, field: ['ids'], message }];
  if (Boolean(ids) === Boolean(all)) return refuse('Say which by their ids, or `all`.');
  return ids && ids.length > mostMarked ? refuse(`At most ${mostMarked} can be named at a time.`) : [];
}
