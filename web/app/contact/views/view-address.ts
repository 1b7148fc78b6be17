import type {
  ContactFilter,
  ContactView_ViewFragment,
  FieldCondition,
  SaveContactViewInput,
} from '../../generated/graphql';
import {
  type ContactSort,
  type CreatedPeriod,
  contactSorts,
  createdPeriods,
  defaultSort,
  filterOf,
  type ListAddress,
  orderOf,
  writeListAddress,
} from '../list/list-address';
import { readColumns, writeColumns } from '../list/list-columns';

export type ContactView = ContactView_ViewFragment;

type Listed = Omit<SaveContactViewInput, 'id' | 'name' | 'isShared'>;

/** What a view keeps of the list as it stands; of a period how long it is, so that it goes with the time. */
export const viewOf = (address: ListAddress, columns: readonly string[]): Listed => ({
  search: address.search || null,
  filter: { ...filterOf(address), ...(address.created && { createdWithinDays: Number.parseInt(address.created, 10) }) },
  orderBy: orderOf(address),
  columns: [...columns],
});

/** Where the view's list is. Conditions of a program, for which there is no filter here, stay as they are. */
export function addressOf({ id, search, filter, orderBy, columns }: ContactView): ListAddress {
  const { source, company, conversationStatus, labelIds, createdWithinDays, fields, ...others } =
    filter as ContactFilter;
  const period = `${createdWithinDays}d`;
  const isPeriod = Object.hasOwn(createdPeriods, period);
  const [chosen, unlike] = parted(fields ?? []);
  const further: ContactFilter = {
    ...others,
    ...(createdWithinDays && !isPeriod && { createdWithinDays }),
    ...(unlike.length > 0 && { fields: unlike }),
  };
  return {
    search: search ?? '',
    sources: source ?? [],
    companies: company ?? [],
    statuses: conversationStatus ?? [],
    labelIds: labelIds ?? [],
    created: isPeriod ? (period as CreatedPeriod) : null,
    fields: Object.fromEntries(chosen.map(({ key, value }) => [key, textsOf(value)])),
    further: Object.keys(further).length > 0 ? JSON.stringify(further) : null,
    sort: sortOf(orderBy),
    columns: columns ? readColumns(writeColumns(columns)) : null,
    view: id,
  };
}

/** Those that a filter shows, one a field, and the others. */
function parted(conditions: readonly FieldCondition[]): [FieldCondition[], FieldCondition[]] {
  const isShown = ({ key, operator, value }: FieldCondition) =>
    operator === 'ONE_OF' && Array.isArray(value) && conditions.filter((other) => other.key === key).length === 1;
  return [conditions.filter(isShown), conditions.filter((condition) => !isShown(condition))];
}

/** A number stands in it as itself and as its text. */
const textsOf = (value: unknown): string[] => [...new Set((value as unknown[]).map(String))];

function sortOf(orderBy: ContactView['orderBy']): ContactSort {
  const isSame = (sort: ContactSort) => {
    const { field, direction } = orderOf({ sort });
    return field === orderBy?.['field'] && direction === orderBy['direction'];
  };
  return (Object.keys(contactSorts) as ContactSort[]).find(isSame) ?? defaultSort;
}

/** Whether the list stands as the view has it; without one, as it is when nobody has said anything. */
export function isAsKept(address: ListAddress, view: ContactView | null): boolean {
  const wanted = view ? writeListAddress({ ...addressOf(view), view: null }).toString() : '';
  return writeListAddress({ ...address, view: null }).toString() === wanted;
}
