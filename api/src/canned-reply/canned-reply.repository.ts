import type { EntityManager } from 'typeorm';
import { columnsOf } from '../database/columns';
import { sqlState } from '../database/sql-state';
import { type TenantTables, tablesOf } from '../database/tables';
import { notFound, Refusal, refusedBy, UserErrorCode } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { CannedReply, type CreateCannedReplyInput, type UpdateCannedReplyInput } from './canned-reply';

/** All of them fit into one answer, since whoever types `/` looks through them. */
export const mostReplies = 200;

/** Of `canned_replies r`. */
const replyColumns = columnsOf(CannedReply, 'r');

export const replyList = ({ canned_replies }: TenantTables, columns: string): string =>
  `select ${columns} from ${canned_replies} r order by lower(r.name), r.id`;

export const listReplies = (manager: EntityManager): Promise<CannedReply[]> =>
  manager.query(replyList(tablesOf(manager), replyColumns));

/** Errors: `Refusal` for a name that is taken, and where there are too many. */
export async function insertReply(
  { manager, id, now }: Write,
  { name, content }: CreateCannedReplyInput,
): Promise<CannedReply> {
  const { canned_replies } = tablesOf(manager);
  const [known]: { count: number }[] = await manager.query(`select count(*) as count from ${canned_replies}`);
  if ((known?.count ?? 0) >= mostReplies) throw new Refusal(tooMany);
  const [reply]: CannedReply[] = await unlessTaken(
    manager.query(
      `insert into ${canned_replies} as r (id, name, content, updated_at) values ($1, $2, $3, $4) returning ${replyColumns}`,
      [id, name.trim(), content.trim(), now],
    ),
  );
  if (!reply) throw new Error('expected the inserted reply');
  return reply;
}

/** Errors: `Refusal` for a name that is taken, and where there is none with this id. */
export async function updateReply(
  { manager, now }: Write,
  id: string,
  { name, content }: UpdateCannedReplyInput,
): Promise<CannedReply> {
  const { canned_replies } = tablesOf(manager);
  const [[reply]]: [CannedReply[], number] = await unlessTaken(
    manager.query(
      `update ${canned_replies} r set name = coalesce($2, name), content = coalesce($3, content), updated_at = $4
       where id = $1 returning ${replyColumns}`,
      [id, name?.trim() ?? null, content?.trim() ?? null, now],
    ),
  );
  if (!reply) throw new Refusal(notFound('id', 'canned reply'));
  return reply;
}

/** Errors: `Refusal` where there is none with this id. */
export async function deleteReply({ manager }: Write, id: string): Promise<void> {
  const { canned_replies } = tablesOf(manager);
  const [gone]: [unknown[], number] = await manager.query(`delete from ${canned_replies} where id = $1 returning id`, [
    id,
  ]);
  if (gone.length === 0) throw new Refusal(notFound('id', 'canned reply'));
}

const unlessTaken = <Rows>(writing: Promise<Rows>) => refusedBy(sqlState.uniqueViolation, taken, writing);

const taken = {
  code: UserErrorCode.CONFLICT,
  field: ['name'],
  message: 'There is a canned reply with this name already.',
};
const tooMany = {
  code: UserErrorCode.CONFLICT,
  field: ['name'],
  message: `There can be at most ${mostReplies} canned replies: delete one that nobody uses.`,
};
