import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { requireId } from '../graphql/user-error';
import { write } from '../graphql/write';
import { Label } from './label';
import { CreateLabelInput, DeleteLabelInput, UpdateLabelInput } from './label.inputs';
import { CreateLabelPayload, DeleteLabelPayload, UpdateLabelPayload } from './label.payloads';
import { deleteLabel, insertLabel, listLabels, mostLabels, updateLabel } from './label.repository';

@Resolver(() => Label)
export class LabelResolver {
  @Query(() => [Label], {
    description: `The labels of the company, by name; there are at most ${mostLabels}.`,
    complexity: ({ childComplexity }) => usualLabels * (1 + childComplexity),
  })
  labels(@Ctx() { manager }: RequestContext): Promise<Label[]> {
    return listLabels(manager);
  }

  @Mutation(() => CreateLabelPayload, { description: 'Makes a label; of a name there is one.' })
  createLabel(
    @Arg('input', () => CreateLabelInput, { description: 'The label.' }) input: CreateLabelInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateLabelPayload> {
    return write(
      ctx,
      { label: null },
      {
        can: 'conversations:write',
        Input: CreateLabelInput,
        input,
        work: async (inside) => ({ label: await insertLabel(inside, input) }),
      },
    );
  }

  @Mutation(() => UpdateLabelPayload, { description: 'Gives a label another name or colour, wherever it is.' })
  updateLabel(
    @Arg('input', () => UpdateLabelInput, { description: 'Which label, and what about it.' }) input: UpdateLabelInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateLabelPayload> {
    return write(
      ctx,
      { label: null },
      {
        can: 'conversations:write',
        Input: UpdateLabelInput,
        input,
        work: async (inside) => ({ label: await updateLabel(inside, requireId('id', input.id, 'label'), input) }),
      },
    );
  }

  @Mutation(() => DeleteLabelPayload, {
    description: 'Takes a label off every conversation and contact, for good. Needs `tenant:admin`.',
  })
  deleteLabel(
    @Arg('input', () => DeleteLabelInput, { description: 'Which label.' }) input: DeleteLabelInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeleteLabelPayload> {
    return write(
      ctx,
      { deletedLabelId: null },
      {
        can: 'tenant:admin',
        Input: DeleteLabelInput,
        input,
        async work(inside) {
          const id = requireId('id', input.id, 'label');
          await deleteLabel(inside, id);
          return { deletedLabelId: id };
        },
      },
    );
  }
}

const usualLabels = 20;
