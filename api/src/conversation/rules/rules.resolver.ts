import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../graphql/context';
import { write } from '../../graphql/write';
import { DeskRules, SetDeskRulesInput, SetDeskRulesPayload } from './rules';
import { findRules, updateRules } from './rules.repository';

@Resolver()
export class RulesResolver {
  @Query(() => DeskRules, { description: 'What happens to conversations by itself.' })
  deskRules(@Ctx() { manager }: RequestContext): Promise<DeskRules> {
    return findRules(manager);
  }

  @Mutation(() => SetDeskRulesPayload, {
    description: 'Changes the company’s rules, and stands in its audit log. Needs `tenant:admin`.',
  })
  async setDeskRules(
    @Arg('input', () => SetDeskRulesInput, { description: 'The rules.' }) input: SetDeskRulesInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SetDeskRulesPayload> {
    const payload = await write(
      ctx,
      { deskRules: null },
      {
        can: 'tenant:admin',
        Input: SetDeskRulesInput,
        input,
        work: async ({ manager }) => ({ deskRules: await updateRules(manager, input) }),
      },
    );
    // Behind the write: the log is the registry's, and a tenant's transaction reaches nothing of that.
    if (payload.deskRules)
      await ctx.access.auditLog.add(ctx.asker, ctx.tenant.id, {
        action: 'desk.setRules',
        target: Object.entries(input)
          .map(([rule, value]) => `${rule}: ${value}`)
          .join(', '),
      });
    return payload;
  }
}
