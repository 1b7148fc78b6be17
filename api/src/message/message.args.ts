import { ArgsType, Field, Int } from 'type-graphql';
import { badArgument } from '../graphql/errors';
import { keyForms, type PageRequest, readPageArgs } from '../graphql/pagination';

export const defaultPageSize = 50;

@ArgsType()
export class MessagesArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'Page size from the start, or after `after` or `afterNumber`: 0 to 100.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: the page begins behind it.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'Page size from the end, or before `before`: 0 to 100.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: the page ends in front of it.' })
  before?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only messages with a greater number: what a client has not seen yet, from the oldest.',
  })
  afterNumber?: number | null;
}

/** Errors: `BAD_USER_INPUT` naming the argument. */
export function readMessagesArgs({ afterNumber, ...args }: MessagesArgs): PageRequest {
  const saysNothing = [args.first, args.after, afterNumber].every((value) => value === undefined || value === null);
  const asked = saysNothing ? { ...args, last: args.last ?? defaultPageSize } : args;
  const page = readPageArgs(asked, keyForms.number, defaultPageSize);
  if (afterNumber === undefined || afterNumber === null) return page;
  if (page.after) throw badArgument('afterNumber', 'expected either `after` or `afterNumber`, got both.');
  return afterNumber > 0 ? { ...page, after: { key: String(afterNumber), id: '' } } : page;
}
