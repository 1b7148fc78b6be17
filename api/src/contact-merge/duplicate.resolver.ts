import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Contact } from '../contact/contact';
import { comparing } from '../contact/contact.jobs';
import { hasContactWork } from '../database/contact-work';
import { longRead } from '../database/long-read';
import type { RequestContext } from '../graphql/context';
import { changedMeanwhile } from '../graphql/errors';
import { Connection, connectionTypes, ForwardPageArgs, keyForms, readPageArgs } from '../graphql/pagination';
import { notFound, Refusal, requireId, UserErrorCode } from '../graphql/user-error';
import { write } from '../graphql/write';
import { DismissDuplicateInput } from './contact-merge.inputs';
import { DismissDuplicatePayload } from './contact-merge.payloads';
import { DuplicateHit, DuplicatePair } from './duplicate';
import { countPairs, listPairs, mostDuplicates, positionOfPair, setDismissed } from './duplicate.repository';

const DuplicatePairConnection = connectionTypes(DuplicatePair, 'pairs');

@Resolver(() => Contact)
export class DuplicatesOfContactResolver {
  @FieldResolver(() => [DuplicateHit], {
    description: `Contacts that may be the same person, as they were last compared; at most ${mostDuplicates}, those with most in common first.`,
    complexity: ({ childComplexity }) => usualDuplicates * (1 + childComplexity),
  })
  async duplicates(@Root() { id }: Contact, @Ctx() { loaders, tenant }: RequestContext): Promise<DuplicateHit[]> {
    if (!hasContactWork(tenant)) return [];
    const found = await loaders.duplicatesOf.load(id);
    const hits = found.map(async ({ id: otherId, reasons }) => {
      const contact = await loaders.contact.load(otherId);
      return contact && { contact, reasons };
    });
    return (await Promise.all(hits)).filter((hit) => hit !== null);
  }
}

@Resolver(() => DuplicatePair)
export class DuplicateResolver {
  @Query(() => DuplicatePairConnection, {
    description:
      'Pairs of contacts that may be one person, the latest found first. A contact is compared within a minute of its change.',
  })
  async duplicates(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { manager, tenant }: RequestContext,
  ): Promise<Connection<DuplicatePair>> {
    const page = readPageArgs(args, keyForms.time);
    const isThere = hasContactWork(tenant);
    const rows = isThere ? await listPairs(manager, page) : [];
    return new Connection(rows, page, positionOfPair, async (atMost) =>
      isThere ? longRead(manager, (inside) => countPairs(inside, atMost)) : 0,
    );
  }

  @FieldResolver(() => Contact)
  first(@Root() { firstId }: DuplicatePair, @Ctx() ctx: RequestContext): Promise<Contact> {
    return requireContact(ctx, firstId);
  }

  @FieldResolver(() => Contact)
  second(@Root() { secondId }: DuplicatePair, @Ctx() ctx: RequestContext): Promise<Contact> {
    return requireContact(ctx, secondId);
  }

  @Mutation(() => DismissDuplicatePayload, {
    description: 'Says that two contacts are two people: they are not shown as duplicates again.',
  })
  dismissDuplicate(
    @Arg('input', () => DismissDuplicateInput, { description: 'Which two.' }) input: DismissDuplicateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DismissDuplicatePayload> {
    return write(
      ctx,
      { contact: null },
      {
        can: 'contacts:write',
        needs: hasContactWork,
        Input: DismissDuplicateInput,
        input,
        jobs: comparing(),
        async work({ manager, now, append }) {
          const id = requireId('contactId', input.contactId, 'contact');
          const otherId = requireId('otherId', input.otherId, 'contact');
          if (id === otherId) throw new Refusal({ field: ['otherId'], ...oneAndTheSame });
          if (!(await setDismissed(manager, [id, otherId], { now, isDismissed: input.isDismissed })))
            throw new Refusal(notFound('otherId', 'contact'));
          append({ type: 'contactChanged', id }, { type: 'contactChanged', id: otherId });
          return { contact: await ctx.loaders.contact.load(id) };
        },
      },
    );
  }
}

export const oneAndTheSame = {
  code: UserErrorCode.INVALID,
  message: 'These are one and the same contact: expected another.',
};

const usualDuplicates = 2;

async function requireContact({ loaders }: RequestContext, id: string): Promise<Contact> {
  const contact = await loaders.contact.load(id);
  if (!contact) throw changedMeanwhile('contact');
  return contact;
}
