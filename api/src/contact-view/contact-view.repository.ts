import type { EntityManager } from 'typeorm';
import { type ContactFilter, type ContactOrder, ContactOrderField } from '../contact/contact.inputs';
import { ConversationStatus } from '../contact/conversation-status';
import { FieldOperator } from '../custom-field/field-condition';
import { columnsOf } from '../database/columns';
import { type Sql, sqlOf, tablesOf } from '../database/tables';
import { nameIn } from '../graphql/enum-name';
import { OrderDirection } from '../graphql/order-direction';
import { textOrNull } from '../graphql/text';
import { notFound, Refusal, UserErrorCode } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { ContactView, type SaveContactViewInput } from './contact-view';

export const mostViews = 100;

/** Of `contact_views w`. */
const viewColumns = columnsOf(ContactView, 'w');

/** One's own and those of everybody, by name. */
export const viewList = ({ tables, bind }: Sql, columns: string, askerId: string): string =>
  `select ${columns} from ${tables.contact_views} w where w.owner_id = ${bind(askerId)}::uuid or w.is_shared order by lower(w.name), w.id`;

export function listViews(manager: EntityManager, askerId: string): Promise<ContactView[]> {
  const values: unknown[] = [];
  return manager.query(viewList(sqlOf(tablesOf(manager), values), viewColumns, askerId), values);
}

/** Who changes views: their own, and as an admin those of everybody. */
export interface Editor {
  id: string;
  isAdmin: boolean;
}

const mayEdit = '(owner_id = $2 or (is_shared and $3))';

/** Errors: `Refusal` where there are too many. */
export async function insertView(
  { manager, id, now, append }: Write,
  editor: Editor,
  input: SaveContactViewInput,
): Promise<ContactView> {
  const { contact_views } = tablesOf(manager);
  const [known]: { count: number }[] = await manager.query(
    `select count(*) as count from ${contact_views} where owner_id = $1`,
    [editor.id],
  );
  if ((known?.count ?? 0) >= mostViews) throw new Refusal(tooMany);
  const [view]: ContactView[] = await manager.query(
    `insert into ${contact_views} as w (id, owner_id, created_at, name, is_shared, search, filter, order_by, columns)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${viewColumns}`,
    [id, editor.id, now, ...columnsFrom(input)],
  );
  if (!view) throw new Error('expected the inserted view');
  if (view.isShared) append({ type: 'contactViewsChanged', id });
  return view;
}

/** Errors: `Refusal` where there is none with this id that the editor may change. */
export async function updateView(
  { manager, append }: Write,
  id: string,
  editor: Editor,
  input: SaveContactViewInput,
): Promise<ContactView> {
  const { contact_views } = tablesOf(manager);
  const [[changed]]: [(ContactView & { wasShared: boolean })[], number] = await manager.query(
    `update ${contact_views} w set name = $4, is_shared = $5, search = $6, filter = $7, order_by = $8, columns = $9
     where id = $1 and ${mayEdit}
     returning ${viewColumns}, (select before.is_shared from ${contact_views} before where before.id = w.id) as "wasShared"`,
    [id, editor.id, editor.isAdmin, ...columnsFrom(input)],
  );
  if (!changed) throw new Refusal(notFound('id', 'view of yours'));
  const { wasShared, ...view } = changed;
  if (wasShared || view.isShared) append({ type: 'contactViewsChanged', id });
  return view;
}

/** Errors: as above. */
export async function deleteView({ manager, append }: Write, id: string, editor: Editor): Promise<void> {
  const { contact_views } = tablesOf(manager);
  const [[gone]]: [{ isShared: boolean }[], number] = await manager.query(
    `delete from ${contact_views} where id = $1 and ${mayEdit} returning is_shared as "isShared"`,
    [id, editor.id, editor.isAdmin],
  );
  if (!gone) throw new Refusal(notFound('id', 'view of yours'));
  if (gone.isShared) append({ type: 'contactViewsChanged', id });
}

const columnsFrom = ({ name, isShared, search, filter, orderBy, columns }: SaveContactViewInput): unknown[] => [
  name.trim(),
  isShared,
  textOrNull(search),
  JSON.stringify(asGiven(filter)),
  orderBy ? JSON.stringify(orderAsGiven(orderBy)) : null,
  columns ?? null,
];

/** With the names that the schema has for what the program calls otherwise, so that it can be sent again. */
const asGiven = ({ conversationStatus, fields, ...filter }: ContactFilter): object => ({
  ...filter,
  ...(conversationStatus && {
    conversationStatus: conversationStatus.map((value) => nameIn(ConversationStatus, value)),
  }),
  ...(fields && {
    fields: fields.map((condition) => ({ ...condition, operator: nameIn(FieldOperator, condition.operator) })),
  }),
});

const orderAsGiven = ({ field, direction }: ContactOrder): object => ({
  field: nameIn(ContactOrderField, field),
  direction: nameIn(OrderDirection, direction),
});

const tooMany = {
  code: UserErrorCode.CONFLICT,
  field: ['name'],
  message: `There can be at most ${mostViews} views of yours: delete one that you do not use.`,
};
