import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { EntityManager } from 'typeorm';
import { tablesOf } from '../../database/tables';
import { Account } from '../account/account';
import { ApiKey } from '../key/api-key';
import type { Principal } from '../principal';
import type { Actor } from './actor';

interface ActorRow {
  id: string;
  kind: 'account' | 'key';
  name: string;
}

const toActor = ({ kind, id, name }: ActorRow): Actor =>
  Object.assign(kind === 'account' ? new Account() : new ApiKey(), { id, name });

/** As rows that they write name them; null for the operator, whom no row names. */
export const actorOf = (principal: Principal | null): Actor | null =>
  principal === null || principal.kind === 'operator' ? null : toActor(principal);

/** Who acts in which tenant, by the names that they have. One per process. */
export class Actors {
  private readonly introduced = new LRUCache<string, true>({ max: 50_000 });

  /**
   * Before a write: the id to write it under. The first of each actor in a process, and the first under a new name, is written down.
   * Null for the operator, and where the tenant cannot say yet.
   */
  async introduce(
    manager: EntityManager,
    tenant: { id: string; schemaVersion: string },
    principal: Principal | null,
  ): Promise<string | null> {
    if (principal === null || principal.kind === 'operator') return null;
    const { id, kind, name } = principal;
    const key = `${tenant.id} ${id} ${name}`;
    if (this.introduced.has(key)) return id;
    const { actors } = tablesOf(manager);
    await manager.transaction((inside) =>
      inside.query(
        `insert into ${actors} (id, kind, name) values ($1, $2, $3) on conflict (id) do update set name = excluded.name`,
        [id, kind, name],
      ),
    );
    this.introduced.set(key, true);
    return id;
  }
}

export const newActorLoaders = (manager: EntityManager) => ({
  /** Null for one that never wrote anything here. */
  actor: new DataLoader<string, Actor | null>(async (ids) => {
    const { actors } = tablesOf(manager);
    const rows: ActorRow[] = await manager.query(`select id, kind, name from ${actors} where id = any($1::uuid[])`, [
      ids,
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => {
      const row = byId.get(id);
      return row ? toActor(row) : null;
    });
  }),
});

/** By row of a noun: who made it; null for rows from before there were accounts, and for what came by itself. */
export const newMakerLoader = (
  manager: EntityManager,
  table: 'contacts' | 'conversations' | 'messages',
  column: string,
) =>
  new DataLoader<string, Actor | null>(async (ids) => {
    const tables = tablesOf(manager);
    const rows: (ActorRow & { of: string })[] = await manager.query(
      `select made.id as "of", a.id, a.kind, a.name from ${tables[table]} made join ${tables.actors} a on a.id = made.${column}
       where made.id = any($1::uuid[])`,
      [ids],
    );
    const byRow = new Map(rows.map(({ of, ...actor }) => [of, actor]));
    return ids.map((id) => {
      const row = byRow.get(id);
      return row ? toActor(row) : null;
    });
  });
