import type { EntityManager } from 'typeorm';
import { ConversationStatus } from '../contact/conversation-status';
import {
  type ConversationFilter,
  type ConversationOrder,
  ConversationOrderField,
} from '../conversation/conversation.inputs';
import { Priority } from '../conversation/priority';
import { columnsOf } from '../database/columns';
import { type Sql, sqlOf, tablesOf } from '../database/tables';
import { nameIn } from '../graphql/enum-name';
import { OrderDirection } from '../graphql/order-direction';
import { notFound, Refusal, UserErrorCode } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { SavedView, type SaveViewInput } from './saved-view';

export const mostViews = 100;

/** Of `saved_views w`. */
const viewColumns = columnsOf(SavedView, 'w');

/** One's own and those of everybody, by name. */
export const viewList = ({ tables, bind }: Sql, columns: string, askerId: string): string =>
  `select ${columns} from ${tables.saved_views} w where w.owner_id = ${bind(askerId)}::uuid or w.is_shared order by lower(w.name), w.id`;

export function listViews(manager: EntityManager, askerId: string): Promise<SavedView[]> {
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
  input: SaveViewInput,
): Promise<SavedView> {
  const { saved_views } = tablesOf(manager);
  const [known]: { count: number }[] = await manager.query(
    `select count(*) as count from ${saved_views} where owner_id = $1`,
    [editor.id],
  );
  if ((known?.count ?? 0) >= mostViews) throw new Refusal(tooMany);
  const [view]: SavedView[] = await manager.query(
    `insert into ${saved_views} as w (id, owner_id, created_at, name, is_shared, filter, order_by)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${viewColumns}`,
    [id, editor.id, now, ...columnsFrom(input)],
  );
  if (!view) throw new Error('expected the inserted view');
  if (view.isShared) append({ type: 'savedViewsChanged', id });
  return view;
}

/** Errors: `Refusal` where there is none with this id that the editor may change. */
export async function updateView(
  { manager, append }: Write,
  id: string,
  editor: Editor,
  input: SaveViewInput,
): Promise<SavedView> {
  const { saved_views } = tablesOf(manager);
  const [[changed]]: [(SavedView & { wasShared: boolean })[], number] = await manager.query(
    `update ${saved_views} w set name = $4, is_shared = $5, filter = $6, order_by = $7 where id = $1 and ${mayEdit}
     returning ${viewColumns}, (select before.is_shared from ${saved_views} before where before.id = w.id) as "wasShared"`,
    [id, editor.id, editor.isAdmin, ...columnsFrom(input)],
  );
  if (!changed) throw new Refusal(notFound('id', 'view of yours'));
  const { wasShared, ...view } = changed;
  if (wasShared || view.isShared) append({ type: 'savedViewsChanged', id });
  return view;
}

/** Errors: as above. */
export async function deleteView({ manager, append }: Write, id: string, editor: Editor): Promise<void> {
  const { saved_views } = tablesOf(manager);
  const [[gone]]: [{ isShared: boolean }[], number] = await manager.query(
    `delete from ${saved_views} where id = $1 and ${mayEdit} returning is_shared as "isShared"`,
    [id, editor.id, editor.isAdmin],
  );
  if (!gone) throw new Refusal(notFound('id', 'view of yours'));
  if (gone.isShared) append({ type: 'savedViewsChanged', id });
}

const columnsFrom = ({ name, isShared, filter, orderBy }: SaveViewInput): unknown[] => [
  name.trim(),
  isShared,
  JSON.stringify(asGiven(filter)),
  orderBy ? JSON.stringify(orderAsGiven(orderBy)) : null,
];

/** With the names that the schema has for what the program calls otherwise, so that it can be sent again. */
const asGiven = ({ status, priority, ...filter }: ConversationFilter): object => ({
  ...filter,
  ...(status && { status: status.map((value) => nameIn(ConversationStatus, value)) }),
  ...(priority && { priority: priority.map((value) => Priority[value]) }),
});

const orderAsGiven = ({ field, direction }: ConversationOrder): object => ({
  field: nameIn(ConversationOrderField, field),
  direction: nameIn(OrderDirection, direction),
});

const tooMany = {
  code: UserErrorCode.CONFLICT,
  field: ['name'],
  message: `There can be at most ${mostViews} views of yours: delete one that you do not use.`,
};
