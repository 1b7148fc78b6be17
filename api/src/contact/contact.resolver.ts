import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { RequestContext } from '../context';
import { badArgument } from '../errors';
import type { LiveEventOf } from '../live/events';
import { rowsOf } from '../live/rows';
import { OrderDirection } from '../order-direction';
import { Connection, connectionTypes, keyForms, readPageArgs } from '../pagination';
import { checkInput } from '../validation/check-input';
import { hasUnstorable, uuidFrom } from '../validation/text';
import { notFound, type UserError, UserErrorCode, userErrorFrom } from '../validation/user-error';
import { Contact } from './contact';
import { checkMetadata } from './contact.checks';
import { listFacets } from './contact.facets';
import {
  ContactFilter,
  ContactOrder,
  ContactOrderField,
  DeleteContactInput,
  RestoreContactInput,
  UpdateContactInput,
} from './contact.inputs';
import { countContacts, listContacts, positionOfContact } from './contact.list';
import { ContactFacets, DeleteContactPayload, RestoreContactPayload, UpdateContactPayload } from './contact.payloads';
import { updateContact } from './contact.repository';
import { maxSearchLength } from './contact.search';
import { trashContact, untrashContact } from './contact.trash';

const ContactConnection = connectionTypes(Contact, 'contacts');

const expectedStorable = 'expected text without NUL characters and lone surrogates.';

const defaultOrder: ContactOrder = { field: ContactOrderField.CREATED_AT, direction: OrderDirection.DESC };

@ArgsType()
class ContactsArgs {
  @Field(() => String, {
    nullable: true,
    description: `Words that each occur in the name, the e-mail address or the company, in any case; or a telephone number or part of one, however written. Words of one or two letters match the beginning of the name or the address. At most ${maxSearchLength} characters.`,
  })
  search?: string | null;

  @Field(() => ContactFilter, { nullable: true, description: 'Conditions besides the search.' })
  filter?: ContactFilter | null;

  @Field(() => ContactOrder, { nullable: true, description: 'Newest first when nothing is said.' })
  orderBy?: ContactOrder | null;

  @Field(() => Int, {
    defaultValue: 25,
    description: 'Page size from the start, or after `after`: 0 to 100. Does not count where `last` is given.',
  })
  first!: number;

  @Field(() => String, { nullable: true, description: 'A cursor: the page begins behind it.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'Page size from the end, or before `before`: 0 to 100.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: the page ends in front of it.' })
  before?: string | null;
}

@Resolver(() => Contact)
export class ContactResolver {
  @Query(() => ContactConnection, { description: 'The contacts of the tenant, a page at a time.' })
  async contacts(
    @Args(() => ContactsArgs) args: ContactsArgs,
    @Ctx() { manager }: RequestContext,
  ): Promise<Connection<Contact>> {
    const filter = args.filter ?? {};
    if ([...(filter.source ?? []), ...(filter.company ?? [])].some(hasUnstorable))
      throw badArgument('filter', expectedStorable);
    const query = { search: readSearch(args.search), filter, order: args.orderBy ?? defaultOrder };
    const page = readPageArgs(args, query.order.field === ContactOrderField.NAME ? keyForms.text : keyForms.time);
    const rows = await listContacts(manager, query, page);
    return new Connection(rows, page, positionOfContact, (atMost) => countContacts(manager, query, atMost));
  }

  @Query(() => Contact, { nullable: true, description: 'One contact; null for an id that is not one of this tenant.' })
  contact(
    @Arg('id', () => ID, { description: 'Of a contact.' }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Contact | null> {
    return loaders.contact.load(id);
  }

  @Query(() => ContactFacets, { description: 'What contacts can be filtered by.' })
  contactFacets(
    @Arg('search', () => String, { nullable: true, description: 'Only values that begin with this text, in any case.' })
    search: string | null,
    @Ctx() { manager }: RequestContext,
  ): Promise<ContactFacets> {
    return listFacets(manager, readSearch(search));
  }

  @Mutation(() => UpdateContactPayload, { description: 'Changes the fields that are given.' })
  async updateContact(
    @Arg('input', () => UpdateContactInput, { description: 'The contact and its new values.' })
    input: UpdateContactInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateContactPayload> {
    const userErrors = [...checkInput(UpdateContactInput, input), ...checkMetadata(input.metadata)];
    if (input.name === null)
      userErrors.push({ code: UserErrorCode.REQUIRED, field: ['name'], message: 'Name is required.' });
    if (userErrors.length > 0) return { contact: null, userErrors };

    const refuse = (userError: UserError) => ({ contact: null, userErrors: [userError] });
    const id = uuidFrom(input.id);
    try {
      const contact = id && (await updateContact(ctx.manager, id, input, new Date()));
      if (!contact) return refuse(notFound('id', 'contact'));
      ctx.publish({ type: 'contactChanged', id: contact.id });
      return { contact, userErrors: [] };
    } catch (error) {
      return refuse(userErrorFrom(error));
    }
  }

  @Mutation(() => DeleteContactPayload, {
    description:
      'Deletes a contact with its conversations and messages. For 30 days `restoreContact` brings all of it back; then it is gone.',
  })
  async deleteContact(
    @Arg('input', () => DeleteContactInput, { description: 'Which contact.' }) input: DeleteContactInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeleteContactPayload> {
    const id = uuidFrom(input.id);
    const isDeleted = id && (await ctx.manager.transaction((manager) => trashContact(manager, id, new Date())));
    if (!isDeleted) return { deletedContactId: null, userErrors: [notFound('id', 'contact')] };
    ctx.publish({ type: 'contactDeleted', id });
    return { deletedContactId: id, userErrors: [] };
  }

  @Mutation(() => RestoreContactPayload, {
    description: 'Undoes `deleteContact`: contact, conversations and messages come back as they were.',
  })
  async restoreContact(
    @Arg('input', () => RestoreContactInput, { description: 'Which contact.' }) input: RestoreContactInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RestoreContactPayload> {
    const id = uuidFrom(input.id);
    const isRestored = id && (await ctx.manager.transaction((manager) => untrashContact(manager, id, new Date())));
    if (!isRestored) return { contact: null, userErrors: [notFound('id', 'deleted contact')] };
    ctx.publish({ type: 'contactChanged', id });
    return { contact: await ctx.loaders.contact.load(id), userErrors: [] };
  }

  @Subscription(() => Contact, {
    description: 'Each contact that is created, changed or restored in the tenant, as it is by then.',
    subscribe: ({ context }: { context: RequestContext }) =>
      rowsOf(context.subscribe('contactChanged'), ({ id }) => context.loaders.contact.load(id)),
  })
  contactChanged(@Root() contact: Contact): Contact {
    return contact;
  }

  @Subscription(() => ID, {
    description: 'The id of each contact that is deleted in the tenant.',
    subscribe: ({ context }: { context: RequestContext }) => context.subscribe('contactDeleted'),
  })
  contactDeleted(@Root() { id }: LiveEventOf<'contactDeleted'>): string {
    return id;
  }
}

function readSearch(search: string | null | undefined): string | null {
  const text = search?.trim() ?? '';
  if ([...text].length > maxSearchLength)
    throw badArgument('search', `expected at most ${maxSearchLength} characters.`);
  if (hasUnstorable(text)) throw badArgument('search', expectedStorable);
  return text || null;
}
