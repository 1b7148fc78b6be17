import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Actor } from '../access/actor/actor';
import { hasContactWork } from '../database/contact-work';
import type { RequestContext } from '../graphql/context';
import { Connection, connectionTypes, ForwardPageArgs, keyForms, readPageArgs } from '../graphql/pagination';
import { requireId } from '../graphql/user-error';
import { write } from '../graphql/write';
import { countErasures, eraseContact, listErasures, positionOfErasure } from './erasure.repository';
import { EraseContactInput, EraseContactPayload, ErasureReceipt } from './erasure-receipt';

const ErasureReceiptConnection = connectionTypes(ErasureReceipt, 'receipts');

@Resolver(() => ErasureReceipt)
export class ErasureResolver {
  @Query(() => ErasureReceiptConnection, { description: 'Whom the company has erased, the latest first.' })
  async erasures(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { manager, tenant }: RequestContext,
  ): Promise<Connection<ErasureReceipt>> {
    const page = readPageArgs(args, keyForms.time);
    const isKept = hasContactWork(tenant);
    const rows = isKept ? await listErasures(manager, page) : [];
    return new Connection(rows, page, positionOfErasure, async (atMost) =>
      isKept ? countErasures(manager, atMost) : 0,
    );
  }

  @FieldResolver(() => Actor, { nullable: true, description: 'Who erased it; null for the operator.' })
  async erasedBy(@Root() { actorId }: ErasureReceipt, @Ctx() { loaders }: RequestContext): Promise<Actor | null> {
    return actorId === null ? null : loaders.actor.load(actorId);
  }

  @FieldResolver(() => String, { description: 'Whether backups may still hold the contact, and until when, in words.' })
  backups(@Root() { backupsUntil }: ErasureReceipt): string {
    return backupsUntil === null
      ? 'How long backups are kept is not configured: ask your operator.'
      : `Backups may still hold the contact until ${backupsUntil.slice(0, 10)}; then none does.`;
  }

  @Mutation(() => EraseContactPayload, {
    description:
      'Removes a contact for good, with all that is known of it: conversations, messages, notes, labels, history, and the copies of a deleted one. Nothing brings it back. Needs `tenant:admin`.',
  })
  async eraseContact(
    @Arg('input', () => EraseContactInput, { description: 'Which contact.' }) input: EraseContactInput,
    @Ctx() ctx: RequestContext,
  ): Promise<EraseContactPayload> {
    const { backupRetentionDays } = ctx;
    const payload = await write(
      ctx,
      { receipt: null },
      {
        can: 'tenant:admin',
        needs: hasContactWork,
        Input: EraseContactInput,
        input,
        work: async (inside) => ({
          receipt: await eraseContact(inside, requireId('id', input.id, 'contact'), {
            confirmName: input.confirmName ?? null,
            backupRetentionDays,
          }),
        }),
      },
    );
    const { receipt } = payload;
    if (receipt)
      await ctx.access.auditLog.add(ctx.asker, ctx.tenant.id, { action: 'contact.erase', target: receipt.contactId });
    return payload;
  }
}
