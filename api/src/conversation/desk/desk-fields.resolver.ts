import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Account } from '../../access/account/account';
import type { RequestContext } from '../../graphql/context';
import { DateTimeISO } from '../../graphql/date-time';
import { Label } from '../../label/label';
import { mostLabelsOfOne } from '../../label/put-labels';
import { Conversation } from '../conversation';
import { Priority } from '../priority';
import type { Desk } from './desk';

@Resolver(() => Conversation)
export class DeskFieldsResolver {
  @FieldResolver(() => Account, { nullable: true, description: 'Who has it to answer; null where nobody does.' })
  async assignee(@Root() conversation: Conversation, @Ctx() ctx: RequestContext): Promise<Account | null> {
    const assigneeId = (await deskOf(conversation, ctx))?.assigneeId;
    return assigneeId ? ((await ctx.loaders.actor.load(assigneeId)) as Account | null) : null;
  }

  @FieldResolver(() => Priority, { description: 'How much it matters.' })
  async priority(@Root() conversation: Conversation, @Ctx() ctx: RequestContext): Promise<Priority> {
    return (await deskOf(conversation, ctx))?.priority ?? Priority.NONE;
  }

  @FieldResolver(() => [Label], {
    description: `What it is sorted by, by name; at most ${mostLabelsOfOne}.`,
    complexity: ({ childComplexity }) => usualLabels * (1 + childComplexity),
  })
  labels(@Root() { id }: Conversation, @Ctx() { loaders }: RequestContext): Promise<Label[]> {
    return loaders.labelsOf.load(id);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the last word is the contact’s, lines of the system aside; never of a closed one.',
  })
  async isWaiting(@Root() conversation: Conversation, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await deskOf(conversation, ctx))?.waitingSince != null;
  }

  @FieldResolver(() => DateTimeISO, {
    nullable: true,
    description: 'When the contact wrote what nobody has answered, the first of it; null unless it waits.',
  })
  async waitingSince(@Root() conversation: Conversation, @Ctx() ctx: RequestContext): Promise<string | null> {
    return (await deskOf(conversation, ctx))?.waitingSince ?? null;
  }
}

const usualLabels = 2;

const deskOf = async ({ id }: Conversation, { loaders }: RequestContext): Promise<Desk | null> => loaders.desk.load(id);
