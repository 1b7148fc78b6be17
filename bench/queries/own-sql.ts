import pg from 'pg';
import type { World } from './world';

/** `@` becomes the tenant's schema, `$actor` who writes. */
export const ownSql = (sql: string, { schema, actorId }: Pick<World, 'schema' | 'actorId'>): string =>
  sql.replaceAll('@.', `${pg.escapeIdentifier(schema)}.`).replaceAll('$actor', `${pg.escapeLiteral(actorId)}::uuid`);
