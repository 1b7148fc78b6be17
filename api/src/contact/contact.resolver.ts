import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Actor } from '../access/actor/actor';
import { givenFields, needsFields } from '../custom-field/given-fields';
import { hasContactWork } from '../database/contact-work';
import { longRead } from '../database/long-read';
import { sqlState } from '../database/sql-state';
import { afterDescription } from '../events/tenant-event';
import type { RequestContext } from '../graphql/context';
import { Connection, connectionTypes } from '../graphql/pagination';
import { uuidFrom } from '../graphql/text';
import { notFound, Refusal, refusedBy, requireId } from '../graphql/user-error';
import { write } from '../graphql/write';
import type { Delivered } from '../live/tenant-stream';
import { Contact } from './contact';
import { findAliased } from './contact.alias';
import { ContactsArgs, readContactsArgs, readSearch } from './contact.args';
import { noteRestored } from './contact.changes';
import { checkMetadata, checkName, namedAnew } from './contact.checks';
import { listFacets, maxFacetValues } from './contact.facets';
import { DeleteContactInput, RestoreContactInput, UpdateContactInput } from './contact.inputs';
import { comparing } from './contact.jobs';
import { countContacts, isLongList, listContacts, positionOfContact } from './contact.list';
import { ContactFacets, DeleteContactPayload, RestoreContactPayload, UpdateContactPayload } from './contact.payloads';
import { findContacts, updateContact } from './contact.repository';
import { purgedAt, seenToAt, trashContacts, untrashContacts } from './contact.trash';

const ContactConnection = connectionTypes(Contact, 'contacts');

@Resolver(() => Contact)
export class ContactResolver {
  @FieldResolver(() => Actor, {
    nullable: true,
    description: 'Who; null for contacts from before there were accounts.',
  })
  createdBy(@Root() { id }: Contact, @Ctx() { loaders }: RequestContext): Promise<Actor | null> {
    return loaders.createdBy.load(id);
  }

  @Query(() => ContactConnection, { description: 'The contacts of the tenant, a page at a time.' })
  async contacts(
    @Args(() => ContactsArgs) args: ContactsArgs,
    @Ctx() { manager, tenant }: RequestContext,
  ): Promise<Connection<Contact>> {
    const { query, page } = readContactsArgs(args, tenant);
    const rows = isLongList(query)
      ? await longRead(manager, (inside) => listContacts(inside, query, page))
      : await listContacts(manager, query, page);
    return new Connection(rows, page, positionOfContact, (atMost) =>
      longRead(manager, (inside) => countContacts(inside, query, atMost)),
    );
  }

  @Query(() => Contact, {
    nullable: true,
    description:
      'One contact; null for an id that is not one of this tenant. For the id of one that was merged into another, the other.',
  })
  async contact(
    @Arg('id', () => ID, { description: 'Of a contact.' }) id: string,
    @Ctx() { loaders, manager, tenant }: RequestContext,
  ): Promise<Contact | null> {
    const contact = await loaders.contact.load(id);
    const uuid = uuidFrom(id);
    if (contact || uuid === null || !hasContactWork(tenant)) return contact;
    const remaining = await findAliased(manager, uuid);
    return remaining === null ? null : loaders.contact.load(remaining);
  }

  @Query(() => ContactFacets, { description: 'What contacts can be filtered by.', complexity: 2 * maxFacetValues })
  contactFacets(
    @Arg('search', () => String, { nullable: true, description: 'Only values that begin with this text, in any case.' })
    search: string | null,
    @Ctx() { manager }: RequestContext,
  ): Promise<ContactFacets> {
    return longRead(manager, (inside) => listFacets(inside, readSearch(search)));
  }

  @Mutation(() => UpdateContactPayload, { description: 'Changes the fields that are given.' })
  async updateContact(
    @Arg('input', () => UpdateContactInput, { description: 'The contact and its new values.' })
    input: UpdateContactInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateContactPayload> {
    const { values, errors } = await givenFields(ctx, input, 'given');
    return write(
      ctx,
      { contact: null },
      {
        can: 'contacts:write',
        ...(needsFields(input) && { needs: hasContactWork }),
        Input: UpdateContactInput,
        input,
        check: [...checkName(input.name), ...checkMetadata(input.metadata), ...errors],
        jobs: comparing(),
        async work(inside) {
          const id = requireId('id', input.id, 'contact');
          const contact = await updateContact(inside, id, input, values);
          if (!contact) throw new Refusal(notFound('id', 'contact'));
          inside.append({ type: 'contactChanged', id: contact.id });
          return { contact };
        },
      },
    );
  }

  @Mutation(() => DeleteContactPayload, {
    description:
      'Deletes a contact with its conversations and messages. For 30 days `restoreContact` brings all of it back; then it is gone.',
  })
  deleteContact(
    @Arg('input', () => DeleteContactInput, { description: 'Which contact.' }) input: DeleteContactInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeleteContactPayload> {
    return write(
      ctx,
      { deletedContactId: null },
      {
        can: 'contacts:write',
        Input: DeleteContactInput,
        input,
        jobs: { purgeDeletedContacts: purgedAt(new Date()) },
        async work({ manager, append, ...when }) {
          const id = requireId('id', input.id, 'contact');
          if ((await trashContacts(manager, [id], when)).length === 0) throw new Refusal(notFound('id', 'contact'));
          append({ type: 'contactDeleted', id });
          return { deletedContactId: id };
        },
      },
    );
  }

  @Mutation(() => RestoreContactPayload, {
    description: 'Undoes `deleteContact`: contact, conversations and messages come back as they were.',
  })
  restoreContact(
    @Arg('input', () => RestoreContactInput, { description: 'Which contact.' }) input: RestoreContactInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RestoreContactPayload> {
    return write(
      ctx,
      { contact: null },
      {
        can: 'contacts:write',
        Input: RestoreContactInput,
        input,
        // What comes back may be due before anything else.
        jobs: { sendOverdueMessages: seenToAt(new Date()), ...comparing() },
        async work(inside) {
          const { manager } = inside;
          const id = requireId('id', input.id, 'deleted contact');
          const restored = await refusedBy(sqlState.uniqueViolation, namedAnew, untrashContacts(manager, [id], inside));
          if (restored.length === 0) throw new Refusal(notFound('id', 'deleted contact'));
          noteRestored(inside, restored);
          inside.append({ type: 'contactChanged', id });
          const [contact] = await findContacts(manager, [id]);
          return { contact: contact ?? null };
        },
      },
    );
  }

  @Subscription(() => Contact, {
    description: 'Each contact that is created, changed or restored in the tenant, as it is by then.',
    subscribe: ({ args, context }: { args: { after?: string | null }; context: RequestContext }) =>
      context.events.subscribe({ type: 'contactChanged', after: args.after ?? null }),
  })
  contactChanged(
    @Arg('after', () => String, { nullable: true, description: afterDescription }) _after: string | null,
    @Root() { row }: Delivered,
  ): Contact {
    return row as Contact;
  }

  @Subscription(() => ID, {
    description: 'The id of each contact that is deleted in the tenant.',
    subscribe: ({ args, context }: { args: { after?: string | null }; context: RequestContext }) =>
      context.events.subscribe({ type: 'contactDeleted', after: args.after ?? null }),
  })
  contactDeleted(
    @Arg('after', () => String, { nullable: true, description: afterDescription }) _after: string | null,
    @Root() { event }: Delivered,
  ): string {
    return event.id;
  }
}
