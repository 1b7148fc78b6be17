import type { EntityManager } from 'typeorm';
import { columnsOf } from '../database/columns';
import { insertRow } from '../database/insert-row';
import { type Sql, sqlOf, type TenantTables, tablesOf } from '../database/tables';
import type { LiveEvent } from '../events/event';
import type { RequestContext } from '../graphql/context';
import { notFound, Refusal, UserErrorCode } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';

/** What a list of views is counted as. */
export const usualViews = 10;
const mostViews = 100;

/** Who changes views: their own, and as an admin those of everybody. */
export interface Editor {
  id: string;
  isAdmin: boolean;
}

export const editorOf = (ctx: RequestContext): Editor => ({ id: ctx.askerId, isAdmin: ctx.may('tenant:admin') });

const mayEdit = '(owner_id = $2 or (is_shared and $3))';

interface Kind<View> {
  Entity: new () => View;
  table: 'saved_views' | 'contact_views';
  alias: string;
  /** Told where a view of everybody is made, changed or deleted. */
  event: LiveEvent['type'];
}

/** Lists under a name, of whatever kind: a column for what each of them keeps, besides its name and who has it. */
export class Views<View extends { isShared: boolean }> {
  private readonly columns: string;

  constructor(private readonly of: Kind<View>) {
    this.columns = columnsOf(of.Entity, of.alias);
  }

  /** Selects one's own and those of everybody, by name. */
  selectAll({ tables, bind }: Sql, columns: string, askerId: string): string {
    const { table, alias } = this.of;
    return `select ${columns} from ${tables[table]} ${alias} where ${alias}.owner_id = ${bind(askerId)}::uuid or ${alias}.is_shared
      order by lower(${alias}.name), ${alias}.id`;
  }

  list(manager: EntityManager, askerId: string): Promise<View[]> {
    const values: unknown[] = [];
    return manager.query(this.selectAll(sqlOf(tablesOf(manager), values), this.columns, askerId), values);
  }

  /** Errors: `Refusal` where there are too many. */
  async insert({ manager, id, now, append }: Write, editor: Editor, kept: Readonly<Record<string, unknown>>) {
    const table = this.tableOf(manager);
    const [known]: { count: number }[] = await manager.query(
      `select count(*) as count from ${table} where owner_id = $1`,
      [editor.id],
    );
    if ((known?.count ?? 0) >= mostViews) throw new Refusal(tooMany);
    const [insert, values] = insertRow(table, this.of.alias, { id, owner_id: editor.id, created_at: now, ...kept });
    const [view]: View[] = await manager.query(`${insert} returning ${this.columns}`, values);
    if (!view) throw new Error('expected the inserted view');
    if (view.isShared) append({ type: this.of.event, id });
    return view;
  }

  /** Errors: `Refusal` where there is none with this id that the editor may change. */
  async update({ manager, append }: Write, id: string, editor: Editor, kept: Readonly<Record<string, unknown>>) {
    const [table, { alias }] = [this.tableOf(manager), this.of];
    const assignments = Object.keys(kept).map((column, nth) => `${column} = $${nth + 4}`);
    const [[changed]]: [(View & { wasShared: boolean })[], number] = await manager.query(
      `update ${table} ${alias} set ${assignments.join(', ')} where id = $1 and ${mayEdit}
       returning ${this.columns}, (select before.is_shared from ${table} before where before.id = ${alias}.id) as "wasShared"`,
      [id, editor.id, editor.isAdmin, ...Object.values(kept)],
    );
    if (!changed) throw new Refusal(notYours);
    if (changed.wasShared || changed.isShared) append({ type: this.of.event, id });
    return changed as View;
  }

  /** Errors: as above. */
  async delete({ manager, append }: Write, id: string, editor: Editor): Promise<void> {
    const [[gone]]: [{ isShared: boolean }[], number] = await manager.query(
      `delete from ${this.tableOf(manager)} where id = $1 and ${mayEdit} returning is_shared as "isShared"`,
      [id, editor.id, editor.isAdmin],
    );
    if (!gone) throw new Refusal(notYours);
    if (gone.isShared) append({ type: this.of.event, id });
  }

  private tableOf(manager: EntityManager): TenantTables[keyof TenantTables] {
    return tablesOf(manager)[this.of.table];
  }
}

const notYours = notFound('id', 'view of yours');

const tooMany = {
  code: UserErrorCode.CONFLICT,
  field: ['name'],
  message: `There can be at most ${mostViews} views of yours: delete one that you do not use.`,
};
