import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Actor } from '../access/actor/actor';
import { Contact } from '../contact/contact';
import { comparing } from '../contact/contact.jobs';
import { hasContactWork } from '../database/contact-work';
import type { RequestContext } from '../graphql/context';
import { Refusal, requireId } from '../graphql/user-error';
import { write } from '../graphql/write';
import { ContactMerge } from './contact-merge';
import { MergeContactsInput, UndoMergeInput } from './contact-merge.inputs';
import { MergeContactsPayload, UndoMergePayload } from './contact-merge.payloads';
import { oneAndTheSame } from './duplicate.resolver';
import { forgottenAt } from './forget-merges';
import { mergeContacts, undoneWithinDays } from './merge.repository';
import { undoMerge } from './undo-merge.repository';

@Resolver(() => ContactMerge)
export class ContactMergeResolver {
  @FieldResolver(() => Actor, { nullable: true })
  async actor(@Root() { actorId }: ContactMerge, @Ctx() { loaders }: RequestContext): Promise<Actor | null> {
    return actorId === null ? null : loaders.actor.load(actorId);
  }

  @Mutation(() => MergeContactsPayload, {
    description: `Makes two contacts one: conversations, notes and labels of both are those of the one that remains. \`undoMerge\` parts them again, for ${undoneWithinDays} days.`,
  })
  mergeContacts(
    @Arg('input', () => MergeContactsInput, { description: 'Which two, and what to keep of each.' })
    input: MergeContactsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MergeContactsPayload> {
    return write(
      ctx,
      { contact: null, merge: null },
      {
        can: 'contacts:write',
        needs: hasContactWork,
        Input: MergeContactsInput,
        input,
        jobs: { ...comparing(), forgetMerges: forgottenAt(new Date()) },
        work(inside) {
          const intoId = requireId('intoId', input.intoId, 'contact');
          const fromId = requireId('fromId', input.fromId, 'contact');
          if (intoId === fromId) throw new Refusal({ field: ['fromId'], ...oneAndTheSame });
          return mergeContacts(inside, { intoId, fromId, choose: input.choose });
        },
      },
    );
  }

  @Mutation(() => UndoMergePayload, {
    description:
      'Parts two contacts that were merged. Each has again what it had; what was changed or written since stays with the one that remained.',
  })
  undoMerge(
    @Arg('input', () => UndoMergeInput, { description: 'Which merge.' }) input: UndoMergeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UndoMergePayload> {
    return write(
      ctx,
      { contact: null, restoredContact: null },
      {
        can: 'contacts:write',
        needs: hasContactWork,
        Input: UndoMergeInput,
        input,
        jobs: comparing(),
        work: (inside) => undoMerge(inside, requireId('id', input.id, 'merge that can be undone')),
      },
    );
  }
}

@Resolver(() => Contact)
export class MergesOfContactResolver {
  @FieldResolver(() => [ContactMerge], {
    description: `Contacts that were merged into this one in the last ${undoneWithinDays} days, the latest first; at most 50.`,
    complexity: ({ childComplexity }) => usualMerges * (1 + childComplexity),
  })
  async merges(@Root() { id }: Contact, @Ctx() { loaders, tenant }: RequestContext): Promise<ContactMerge[]> {
    return hasContactWork(tenant) ? loaders.mergesOf.load(id) : [];
  }
}

const usualMerges = 2;
