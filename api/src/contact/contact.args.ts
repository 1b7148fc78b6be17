import { ArgsType, Field, Int } from 'type-graphql';
import { requireConditions } from '../custom-field/field-condition';
import { maxSearchLength } from '../database/text-search';
import { badArgument } from '../graphql/errors';
import { OrderDirection } from '../graphql/order-direction';
import { keyForms, type PageRequest, readPageArgs } from '../graphql/pagination';
import { requireStorable } from '../graphql/storable';
import { ContactFilter, ContactOrder, ContactOrderField, mostDays } from './contact.inputs';
import type { ContactQuery } from './contact.list';

const defaultOrder: ContactOrder = { field: ContactOrderField.CREATED_AT, direction: OrderDirection.DESC };

type Version = ContactQuery['tenant'];

@ArgsType()
export class ContactsArgs {
  @Field(() => String, {
    nullable: true,
    description: `Words that each occur in the name, the email address or the company, in any case; or a telephone number or part of one, however written. Words of one or two letters match the beginning of the name or the address. At most ${maxSearchLength} characters.`,
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

/** Errors: `BAD_USER_INPUT` naming the argument. */
export function readContactsArgs(args: ContactsArgs, tenant: Version): { query: ContactQuery; page: PageRequest } {
  const query = readContactQuery(args, tenant);
  const page = readPageArgs(args, query.order.field === ContactOrderField.NAME ? keyForms.text : keyForms.time);
  return { query, page };
}

/** Errors: `BAD_USER_INPUT` naming the argument. */
export function readContactQuery(
  args: Pick<ContactsArgs, 'search' | 'filter' | 'orderBy'>,
  tenant: Version,
): ContactQuery {
  const filter = args.filter ?? {};
  for (const field of ['source', 'company'] as const) requireStorable(`filter.${field}`, filter[field]);
  if (typeof filter.email === 'string') requireStorable('filter.email', [filter.email]);
  requireConditions(filter.fields ?? []);
  const { createdWithinDays: days = null } = filter;
  if (days !== null && (days < 1 || days > mostDays))
    throw badArgument('filter.createdWithinDays', `expected 1 to ${mostDays}.`);
  return { search: readSearch(args.search), filter, order: args.orderBy ?? defaultOrder, tenant };
}

/** Errors: `BAD_USER_INPUT` naming the argument. */
export function readSearch(search: string | null | undefined, argument = 'search'): string | null {
  const text = search?.trim() ?? '';
  if ([...text].length > maxSearchLength)
    throw badArgument(argument, `expected at most ${maxSearchLength} characters.`);
  requireStorable(argument, [text]);
  return text || null;
}
