import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Contact } from '../contact/contact';
import { hasContactWork } from '../database/contact-work';
import type { RequestContext } from '../graphql/context';
import { requireId } from '../graphql/user-error';
import { write } from '../graphql/write';
import { Label } from '../label/label';
import { mostLabelsOfOne, requireLabelIds, tooManyLabels } from '../label/put-labels';
import { SetContactLabelsInput, SetContactLabelsPayload } from './contact-label.inputs';
import { setContactLabels } from './contact-label.repository';

const usualLabels = 2;

@Resolver(() => Contact)
export class ContactLabelResolver {
  @FieldResolver(() => [Label], {
    description: `What it is sorted by, by name; at most ${mostLabelsOfOne}.`,
    complexity: ({ childComplexity }) => usualLabels * (1 + childComplexity),
  })
  async labels(@Root() { id }: Contact, @Ctx() { loaders, tenant }: RequestContext): Promise<Label[]> {
    return hasContactWork(tenant) ? loaders.labelsOfContact.load(id) : [];
  }

  @Mutation(() => SetContactLabelsPayload, { description: 'Puts labels on a contact, and takes others off.' })
  setContactLabels(
    @Arg('input', () => SetContactLabelsInput, { description: 'Which contact, and all its labels.' })
    input: SetContactLabelsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SetContactLabelsPayload> {
    return write(
      ctx,
      { contact: null },
      {
        can: 'contacts:write',
        needs: hasContactWork,
        Input: SetContactLabelsInput,
        input,
        check: input.labelIds.length > mostLabelsOfOne ? [tooManyLabels('A contact')] : [],
        work: async (inside) => ({
          contact: await setContactLabels(
            inside,
            requireId('id', input.id, 'contact'),
            requireLabelIds(input.labelIds),
          ),
        }),
      },
    );
  }
}
