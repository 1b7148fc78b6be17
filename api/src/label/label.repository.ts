import type { EntityManager } from 'typeorm';
import { columnsOf } from '../database/columns';
import { sqlState } from '../database/sql-state';
import { type TenantTables, tablesOf } from '../database/tables';
import { notFound, Refusal, refusedBy, UserErrorCode } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { Label } from './label';
import type { CreateLabelInput, UpdateLabelInput } from './label.inputs';

/** So many can be looked through; and a list of all of them needs no pages. */
export const mostLabels = 200;

/** Of `labels l`. */
const labelColumns = columnsOf(Label, 'l');
export const labelOrder = 'lower(l.name), l.id';

export const labelList = ({ labels }: TenantTables, columns: string): string =>
  `select ${columns} from ${labels} l order by ${labelOrder}`;

export const listLabels = (manager: EntityManager): Promise<Label[]> =>
  manager.query(labelList(tablesOf(manager), labelColumns));

export function findLabels(manager: EntityManager, ids: readonly string[]): Promise<Label[]> {
  const { labels } = tablesOf(manager);
  return manager.query(`select ${labelColumns} from ${labels} l where l.id = any($1::uuid[])`, [ids]);
}

/** Each with the conversation that it is on; in order. */
export function listLabelsOf(
  manager: EntityManager,
  conversationIds: readonly string[],
): Promise<(Label & { conversationId: string })[]> {
  const { labels, conversation_labels } = tablesOf(manager);
  return manager.query(
    `select ${labelColumns}, cl.conversation_id as "conversationId" from ${conversation_labels} cl
     join ${labels} l on l.id = cl.label_id where cl.conversation_id = any($1::uuid[]) order by ${labelOrder}`,
    [conversationIds],
  );
}

/** Errors: `Refusal` for a name that is taken, and where there are too many. */
export async function insertLabel(
  { manager, id, now, append }: Write,
  { name, colour }: CreateLabelInput,
): Promise<Label> {
  const { labels } = tablesOf(manager);
  const [known]: { count: number }[] = await manager.query(`select count(*) as count from ${labels}`);
  if ((known?.count ?? 0) >= mostLabels) throw new Refusal(tooMany);
  const [label]: Label[] = await unlessTaken(
    manager.query(
      `insert into ${labels} as l (id, name, colour, created_at) values ($1, $2, $3, $4) returning ${labelColumns}`,
      [id, name.trim(), colour, now],
    ),
  );
  if (!label) throw new Error('expected the inserted label');
  append({ type: 'labelsChanged', id });
  return label;
}

/** Errors: `Refusal` for a name that is taken, and where there is no such label. */
export async function updateLabel({ manager, append }: Write, id: string, input: UpdateLabelInput): Promise<Label> {
  const { labels } = tablesOf(manager);
  const [[label]]: [Label[], number] = await unlessTaken(
    manager.query(
      `update ${labels} l set name = coalesce($2, name), colour = coalesce($3, colour) where id = $1 returning ${labelColumns}`,
      [id, input.name?.trim() ?? null, input.colour ?? null],
    ),
  );
  if (!label) throw new Refusal(notFound('id', 'label'));
  append({ type: 'labelsChanged', id });
  return label;
}

/** From all conversations and contacts too. Errors: `Refusal` where there is no such label. */
export async function deleteLabel({ manager, append }: Write, id: string): Promise<void> {
  const { labels } = tablesOf(manager);
  const [gone]: [unknown[], number] = await manager.query(`delete from ${labels} where id = $1 returning id`, [id]);
  if (gone.length === 0) throw new Refusal(notFound('id', 'label'));
  append({ type: 'labelsChanged', id });
}

const unlessTaken = <Rows>(writing: Promise<Rows>) => refusedBy(sqlState.uniqueViolation, taken, writing);

const taken = { code: UserErrorCode.CONFLICT, field: ['name'], message: 'There is a label with this name already.' };
const tooMany = {
  code: UserErrorCode.CONFLICT,
  field: ['name'],
  message: `There can be at most ${mostLabels} labels: delete one that nobody uses.`,
};
