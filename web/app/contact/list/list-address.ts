import type {
  ContactFilter,
  ContactListQueryVariables,
  ContactOrderField,
  ConversationStatus,
  FieldCondition,
  OrderDirection,
} from '../../generated/graphql';
import type { FieldFilters } from '../fields/field-filters';
import { hasFields, readColumns, writeColumns } from './list-columns';

/**
 * What the contact list shows, as its address says:
 * `?q=ann&source=Website&status=ACTIVE&label=…&created=30d&field.tier=Gold&sort=-name&columns=name,tier&view=…`.
 */
export interface ListAddress {
  search: string;
  sources: readonly string[];
  companies: readonly string[];
  statuses: readonly ConversationStatus[];
  /** By id, since a label may get another name. */
  labelIds: readonly string[];
  created: CreatedPeriod | null;
  fields: FieldFilters;
  /** Further conditions, as JSON, which a program has given a view and the filters have no place for. */
  further: string | null;
  sort: ContactSort;
  /** Null where it says nothing: then there are those that were chosen last. */
  columns: readonly string[] | null;
  /** The id of the view that was opened; what it lists stands in the address too, and may differ from it by now. */
  view: string | null;
}

export const createdPeriods = {
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  '365d': 'Last 12 months',
};
export type CreatedPeriod = keyof typeof createdPeriods;

/** A minus sign begins with the greatest: the latest, or Z. */
export const contactSorts = {
  '-activity': 'Latest activity first',
  activity: 'Longest silent first',
  name: 'Name, A to Z',
  '-name': 'Name, Z to A',
  '-created': 'Newest first',
  created: 'Oldest first',
};
export type ContactSort = keyof typeof contactSorts;

export const defaultSort: ContactSort = '-activity';

/** The API refuses a longer search. */
export const maxSearchLength = 200;

const statuses: readonly ConversationStatus[] = ['ACTIVE', 'SNOOZED', 'CLOSED'];
const dayMs = 86_400_000;

/** Whatever the address says: what is not known is left out. */
export function readListAddress(params: URLSearchParams): ListAddress {
  const created = params.get('created') ?? '';
  const sort = params.get('sort') ?? '';
  return {
    search: [...(params.get('q') ?? '').trim()].slice(0, maxSearchLength).join(''),
    sources: textsOf(params, 'source'),
    companies: textsOf(params, 'company'),
    statuses: statuses.filter((status) => params.getAll('status').includes(status)),
    labelIds: textsOf(params, 'label'),
    created: Object.hasOwn(createdPeriods, created) ? (created as CreatedPeriod) : null,
    fields: fieldsOf(params),
    further: params.get('filter') || null,
    columns: readColumns(params.get('columns')),
    view: params.get('view') || null,
    sort: Object.hasOwn(contactSorts, sort) ? (sort as ContactSort) : defaultSort,
  };
}

const textsOf = (params: URLSearchParams, name: string): string[] => [...new Set(params.getAll(name).filter(Boolean))];

const ofField = 'field.';
/** The API refuses more. */
const [mostFields, mostValues] = [10, 50];

function fieldsOf(params: URLSearchParams): Record<string, string[]> {
  const names = new Set([...params.keys()].filter((name) => name.startsWith(ofField)));
  const filled = [...names].map(
    (name) => [name.slice(ofField.length), textsOf(params, name).slice(0, mostValues)] as const,
  );
  return Object.fromEntries(filled.filter(([key, values]) => key && values.length > 0).slice(0, mostFields));
}

/** The shortest address that says the same. */
export function writeListAddress(address: ListAddress): URLSearchParams {
  const params = new URLSearchParams();
  if (address.search) params.set('q', address.search);
  for (const source of address.sources) params.append('source', source);
  for (const company of address.companies) params.append('company', company);
  for (const status of address.statuses) params.append('status', status);
  for (const labelId of address.labelIds) params.append('label', labelId);
  if (address.created) params.set('created', address.created);
  for (const [key, values] of Object.entries(address.fields))
    for (const value of values) params.append(`${ofField}${key}`, value);
  if (address.further) params.set('filter', address.further);
  if (address.sort !== defaultSort) params.set('sort', address.sort);
  if (address.columns) params.set('columns', writeColumns(address.columns));
  if (address.view) params.set('view', address.view);
  return params;
}

/** Which contacts, without the period of their creation. */
export function filterOf(address: ListAddress): ContactFilter {
  const { sources, companies } = address;
  const further = furtherOf(address);
  const fields = [...Object.entries(address.fields).map(conditionOf), ...(further.fields ?? [])];
  return {
    ...further,
    ...(sources.length > 0 && { source: [...sources] }),
    ...(companies.length > 0 && { company: [...companies] }),
    ...(address.statuses.length > 0 && { conversationStatus: [...address.statuses] }),
    ...(address.labelIds.length > 0 && { labelIds: [...address.labelIds] }),
    ...(fields.length > 0 && { fields }),
  };
}

/** An address may say anything; the API refuses what it does not know. */
function furtherOf({ further }: ListAddress): ContactFilter {
  try {
    const conditions: unknown = JSON.parse(further ?? '{}');
    return typeof conditions === 'object' && conditions !== null && !Array.isArray(conditions) ? conditions : {};
  } catch {
    return {};
  }
}

export const orderOf = ({ sort }: Pick<ListAddress, 'sort'>) => ({
  field: orderFields[fieldOf(sort)],
  direction: directionOf(sort),
});

/** Units: `now` in epoch milliseconds; a period begins at midnight UTC, so that server and browser ask for the same. */
export function variablesOf(address: ListAddress, now: number): ContactListQueryVariables {
  const { search, created } = address;
  const filter = { ...filterOf(address), ...(created && { createdAfter: beginningOf(created, now) }) };
  return {
    search: search || null,
    filter: Object.keys(filter).length > 0 ? filter : null,
    orderBy: orderOf(address),
  };
}

/** The same, with what the columns need. */
export const listVariables = (address: ListAddress, columns: readonly string[], now: number) => ({
  ...variablesOf(address, now),
  withFields: hasFields(columns),
});

/** The address has texts alone, and knows no kinds: a number and a yes are looked for as what they are, and as their text. */
const conditionOf = ([key, texts]: [string, readonly string[]]): FieldCondition => ({
  key,
  operator: 'ONE_OF',
  value: texts.flatMap((text) => (typedOf(text) === null ? [text] : [text, typedOf(text)])).slice(0, mostValues),
});

function typedOf(text: string): number | boolean | null {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : null;
}

export type ExportFormat = 'csv' | 'jsonl';

export interface ExportOptions {
  format: ExportFormat;
  tenant: string;
  now: number;
  /** Where it is not all there is of a contact. */
  columns?: readonly string[];
  /** Where it is not the whole list; as many as `mostExported`. */
  ids?: readonly string[];
}

/** The API refuses more in an address. */
export const mostExported = 300;

/** Where the API has what the list shows as a file. */
export function exportAddress(address: ListAddress, { format, tenant, now, columns, ids }: ExportOptions): string {
  const { search, filter, orderBy } = variablesOf(address, now);
  const params = new URLSearchParams({ format, tenant });
  if (search) params.set('search', search);
  if (filter) params.set('filter', JSON.stringify(filter));
  params.set('orderBy', JSON.stringify(orderBy));
  if (columns) params.set('columns', writeColumns(columns));
  if (ids) params.set('ids', ids.join(','));
  return `/export/contacts?${params}`;
}

function beginningOf(period: CreatedPeriod, now: number): string {
  const today = Math.floor(now / dayMs);
  return new Date((today - Number.parseInt(period, 10) + 1) * dayMs).toISOString();
}

export type SortField = 'activity' | 'name' | 'created';

const orderFields: Record<SortField, ContactOrderField> = {
  activity: 'LAST_ACTIVITY_AT',
  name: 'NAME',
  created: 'CREATED_AT',
};

export const fieldOf = (sort: ContactSort): SortField => sort.replace('-', '') as SortField;

export const directionOf = (sort: ContactSort): OrderDirection => (sort.startsWith('-') ? 'DESC' : 'ASC');

/** What a press on a column's heading leads to: its natural direction first, then the other one. */
export function nextSort(current: ContactSort, field: SortField): ContactSort {
  const [natural, other]: [ContactSort, ContactSort] = field === 'name' ? ['name', '-name'] : [`-${field}`, field];
  return current === natural ? other : natural;
}

export const isFiltered = (address: ListAddress): boolean =>
  [address.sources, address.companies, address.statuses, address.labelIds, Object.keys(address.fields)].some(
    (values) => values.length > 0,
  ) ||
  address.created !== null ||
  address.further !== null;

export const withoutFilters = (address: ListAddress): ListAddress => ({
  ...address,
  sources: [],
  companies: [],
  statuses: [],
  labelIds: [],
  created: null,
  fields: {},
  further: null,
});
