import { Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import { longRead } from '../database/long-read';
import type { RequestContext } from '../graphql/context';
import { InboxCounts, LabelCount } from './inbox-counts';
import { countView, listLabelCounts, type View } from './inbox-counts.repository';

@Resolver(() => InboxCounts)
export class InboxCountsResolver {
  @Query(() => InboxCounts, { description: 'How much is in each view of the inbox.' })
  inboxCounts(): InboxCounts {
    return new InboxCounts();
  }

  @FieldResolver(() => Int, { description: 'Active ones that the caller has to answer.' })
  mine(@Ctx() ctx: RequestContext): Promise<number> {
    return count(ctx, 'mine');
  }

  @FieldResolver(() => Int, { description: 'Active ones that nobody has to answer.' })
  unassigned(@Ctx() ctx: RequestContext): Promise<number> {
    return count(ctx, 'unassigned');
  }

  @FieldResolver(() => Int, { description: 'Those, active or snoozed, in which the contact waits for an answer.' })
  waiting(@Ctx() ctx: RequestContext): Promise<number> {
    return count(ctx, 'waiting');
  }

  @FieldResolver(() => Int, { description: 'Active ones with lines that the caller has not read.' })
  unread(@Ctx() ctx: RequestContext): Promise<number> {
    return count(ctx, 'unread');
  }

  @FieldResolver(() => Int, { description: 'Active ones, whoever has them.' })
  open(@Ctx() ctx: RequestContext): Promise<number> {
    return count(ctx, 'open');
  }

  @FieldResolver(() => Int, { description: 'Snoozed ones.' })
  snoozed(@Ctx() ctx: RequestContext): Promise<number> {
    return count(ctx, 'snoozed');
  }

  @FieldResolver(() => Int, {
    description: 'Closed ones, of which there may be very many: they are counted one by one.',
  })
  closed(@Ctx() ctx: RequestContext): Promise<number> {
    return count(ctx, 'closed');
  }

  @FieldResolver(() => [LabelCount], {
    description: 'Active ones by label, labels that none has included; by name.',
    complexity: ({ childComplexity }) => usualLabels * (1 + childComplexity),
  })
  async labels(@Ctx() { manager }: RequestContext): Promise<LabelCount[]> {
    const rows = await longRead(manager, listLabelCounts);
    return rows.map(({ count: counted, ...label }) => ({ label, count: counted }));
  }
}

const usualLabels = 20;

const count = ({ manager, askerId }: RequestContext, view: View): Promise<number> =>
  longRead(manager, (inside) => countView(inside, view, askerId));
