import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { checkMetadata, checkReachable } from '../contact/contact.checks';
import { comparing } from '../contact/contact.jobs';
import { findContacts } from '../contact/contact.repository';
import { createContact } from '../conversation/create-contact.resolver';
import { givenFields, metadataWith, needsFields } from '../custom-field/given-fields';
import { hasContactWork } from '../database/contact-work';
import type { RequestContext } from '../graphql/context';
import { externalIdConflict, externalIdOf } from '../graphql/external-id';
import { e164From, textOrNull } from '../graphql/text';
import { notFound, Refusal } from '../graphql/user-error';
import { write } from '../graphql/write';
import type { Write } from '../graphql/write-transaction';
import { FindOrCreateContactInput, FindOrCreateContactPayload } from './find-or-create-contact.inputs';
import { findByKeys, findLatestConversation, lockKeys } from './find-or-create-contact.repository';

@Resolver()
export class FindOrCreateContactResolver {
  @Mutation(() => FindOrCreateContactPayload, {
    description:
      'For gateways: the contact with this address or number, made where there is none. However many ask at once, one is made. Custom fields that are required are not asked for: a gateway may know an address and nothing else.',
  })
  async findOrCreateContact(
    @Arg('input', () => FindOrCreateContactInput, { description: 'Whom.' }) input: FindOrCreateContactInput,
    @Ctx() ctx: RequestContext,
  ): Promise<FindOrCreateContactPayload> {
    const { values, errors } = await givenFields(ctx, input, 'none');
    return write(
      ctx,
      { contact: null, isNew: null, conversation: null },
      {
        can: 'contacts:write',
        ...(needsFields(input) && { needs: hasContactWork }),
        Input: FindOrCreateContactInput,
        input,
        check: [...checkMetadata(input.metadata), ...checkReachable(input.email, input.phone), ...errors],
        conflicts: externalIdConflict('contact'),
        jobs: comparing(),
        work: (inside) => findOrCreate(inside, { ...input, metadata: metadataWith(input.metadata, values) }),
        repeat: {
          operation: 'findOrCreateContact',
          async answer(manager, id) {
            // The key stands for the id that a new contact would have got: where one was found instead, it is found again.
            const [made] = await findContacts(manager, [id]);
            const contact = made ?? (await findByKeys(manager, keysOf(input)));
            if (!contact) throw new Refusal(notFound('idempotencyKey', 'contact'));
            return { contact, isNew: false, conversation: await findLatestConversation(manager, contact.id) };
          },
        },
      },
    );
  }
}

async function findOrCreate(inside: Write, input: FindOrCreateContactInput) {
  const keys = keysOf(input);
  await lockKeys(inside.manager, keys);
  const contact = await findByKeys(inside.manager, keys);
  if (!contact) return { isNew: true, ...(await createContact(inside, input)) };
  return { contact, isNew: false, conversation: await findLatestConversation(inside.manager, contact.id) };
}

function keysOf(input: FindOrCreateContactInput) {
  const phone = textOrNull(input.phone);
  return { externalId: externalIdOf(input), email: textOrNull(input.email), phoneE164: phone && e164From(phone) };
}
