import { Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import { hasDesk } from '../database/desk';
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
  async mine(@Ctx() ctx: RequestContext): Promise<number> {
    return hasDesk(ctx.tenant) ? count(ctx, 'mine') : 0;
  }

  @FieldResolver(() => Int, { description: 'Active ones that nobody has to answer.' })
  unassigned(@Ctx() ctx: RequestContext): Promise<number> {
    return count(ctx, hasDesk(ctx.tenant) ? 'unassigned' : 'open');
  }

  @FieldResolver(() => Int, { description: 'Those, active or snoozed, in which the contact waits for an answer.' })
  async waiting(@Ctx() ctx: RequestContext): Promise<number> {
    return hasDesk(ctx.tenant) ? count(ctx, 'waiting') : 0;
  }

  @FieldResolver(() => Int, { description: 'Active ones with lines that the caller has not read.' })
  async unread(@Ctx() ctx: RequestContext): Promise<number> {
    return hasDesk(ctx.tenant) ? count(ctx, 'unread') : 0;
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
  async labels(@Ctx() { manager, tenant }: RequestContext): Promise<LabelCount[]> {
    if (!hasDesk(tenant)) return [];
    const rows = await longRead(manager, listLabelCounts);
    return rows.map(({ count: counted, ...label }) => ({ label, count: counted }));
  }
}

const usualLabels = 20;

const count = ({ manager, askerId }: RequestContext, view: View): Promise<number> =>
  longRead(manager, (inside) => countView(inside, view, askerId));
