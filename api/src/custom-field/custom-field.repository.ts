import type { EntityManager } from 'typeorm';
import { columnsOf } from '../database/columns';
import { sqlState } from '../database/sql-state';
import { type TenantTables, tablesOf } from '../database/tables';
import { notFound, Refusal, refusedBy, type UserError, UserErrorCode } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { CustomField } from './custom-field';
import type { CreateCustomFieldInput, UpdateCustomFieldInput } from './custom-field.inputs';
import { keyFrom } from './field-key';
import { checkOptions, trimmedOptions } from './field-options';

/** A form of more would be filled in by nobody. */
export const mostFields = 50;
/** What a list of them is counted as. */
export const usualFields = 10;
/** With those that are deleted and still have their values. */
const mostKept = 200;

/** Of `custom_fields f`. */
const fieldColumns = columnsOf(CustomField, 'f');

/** Of those in use. */
export const fieldOrder = 'f.position, f.id';
export const inUse = 'f.deleted_at is null';

export const fieldList = ({ custom_fields }: TenantTables, columns: string): string =>
  `select ${columns} from ${custom_fields} f where ${inUse} order by ${fieldOrder}`;

export const deletedFieldList = ({ custom_fields }: TenantTables, columns: string): string =>
  `select ${columns} from ${custom_fields} f where f.deleted_at is not null and f.purged_at is null order by f.deleted_at desc, f.id desc`;

/** In their order. */
export const listCustomFields = (manager: EntityManager): Promise<CustomField[]> =>
  manager.query(fieldList(tablesOf(manager), fieldColumns));

/** The latest deletion first. */
export const listDeletedFields = (manager: EntityManager): Promise<CustomField[]> =>
  manager.query(deletedFieldList(tablesOf(manager), fieldColumns));

/** Of those in use. */
export function findCustomFields(manager: EntityManager, ids: readonly string[]): Promise<CustomField[]> {
  const { custom_fields } = tablesOf(manager);
  return manager.query(`select ${fieldColumns} from ${custom_fields} f where f.id = any($1::uuid[]) and ${inUse}`, [
    ids,
  ]);
}

/** In the last place. Errors: `Refusal` for a name that is taken, and where there are too many. */
export async function insertField(
  { manager, id, now, append }: Write,
  { name, kind, options, isRequired }: CreateCustomFieldInput,
): Promise<CustomField> {
  const { custom_fields } = tablesOf(manager);
  const known: { key: string; isInUse: boolean }[] = await manager.query(
    `select f.key, ${inUse} as "isInUse" from ${custom_fields} f`,
  );
  if (known.filter(({ isInUse }) => isInUse).length >= mostFields) throw new Refusal(tooMany);
  if (known.length >= mostKept) throw new Refusal(tooManyKept);
  const key = keyFrom(name, new Set(known.map((field) => field.key)));
  const [field]: CustomField[] = await unlessTaken(
    manager.query(
      `insert into ${custom_fields} as f (id, key, name, kind, options, is_required, position, created_at)
       values ($1, $2, $3, $4, $5, $6, ${nextPosition(custom_fields)}, $7) returning ${fieldColumns}`,
      [id, key, name.trim(), kind, JSON.stringify(trimmedOptions(options)), isRequired, now],
    ),
  );
  if (!field) throw new Error('expected the inserted field');
  append({ type: 'customFieldsChanged', id });
  return field;
}

/** Errors: `Refusal` for a name that is taken, for options that its kind cannot have, and where there is no such field. */
export async function updateField(
  { manager, append }: Write,
  id: string,
  input: UpdateCustomFieldInput,
): Promise<CustomField> {
  const { custom_fields } = tablesOf(manager);
  const [known]: Pick<CustomField, 'kind'>[] = await manager.query(
    `select f.kind from ${custom_fields} f where f.id = $1 and ${inUse}`,
    [id],
  );
  if (!known) throw new Refusal(unknownField);
  const options = input.options ?? null;
  const [wrong] = options ? checkOptions(known.kind, options) : [];
  if (wrong) throw new Refusal(wrong);
  const [[field]]: [CustomField[], number] = await unlessTaken(
    manager.query(
      `update ${custom_fields} f set name = coalesce($2, name), options = coalesce($3::jsonb, options), is_required = coalesce($4, is_required)
       where f.id = $1 and ${inUse} returning ${fieldColumns}`,
      [id, input.name?.trim() ?? null, options && JSON.stringify(trimmedOptions(options)), input.isRequired ?? null],
    ),
  );
  if (!field) throw new Refusal(unknownField);
  append({ type: 'customFieldsChanged', id });
  return field;
}

/** Answers all in their new order. Errors: `Refusal` where there is no such field. */
export async function moveField({ manager, append }: Write, id: string, position: number): Promise<CustomField[]> {
  const { custom_fields } = tablesOf(manager);
  // By id, so that two who move at once never wait for each other.
  const rows: Pick<CustomField, 'id' | 'position'>[] = await manager.query(
    `select f.id, f.position from ${custom_fields} f where ${inUse} order by f.id for update`,
  );
  if (!rows.some((row) => row.id === id)) throw new Refusal(unknownField);
  const others = rows.filter((row) => row.id !== id).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const ids = others.map((row) => row.id);
  ids.splice(Math.max(position, 0), 0, id);
  await manager.query(
    `update ${custom_fields} f set position = placed.position from unnest($1::uuid[]) with ordinality placed (id, position)
     where f.id = placed.id`,
    [ids],
  );
  append({ type: 'customFieldsChanged', id });
  return listCustomFields(manager);
}

/** What contacts have in it stays in their metadata. Errors: `Refusal` where there is no such field. */
export async function deleteField({ manager, now, append }: Write, id: string): Promise<CustomField> {
  const { custom_fields } = tablesOf(manager);
  const [[field]]: [CustomField[], number] = await manager.query(
    `update ${custom_fields} f set deleted_at = $2 where f.id = $1 and ${inUse} returning ${fieldColumns}`,
    [id, now],
  );
  if (!field) throw new Refusal(unknownField);
  append({ type: 'customFieldsChanged', id });
  return field;
}

/** In the last place. Errors: `Refusal` where another has its name by now, where there are too many, and where it is not deleted. */
export async function restoreField({ manager, append }: Write, id: string): Promise<CustomField> {
  const { custom_fields } = tablesOf(manager);
  const [known]: { count: number }[] = await manager.query(
    `select count(*) as count from ${custom_fields} f where ${inUse}`,
  );
  if ((known?.count ?? 0) >= mostFields) throw new Refusal({ ...tooMany, field: ['id'] });
  const [[field]]: [CustomField[], number] = await refusedBy(
    sqlState.uniqueViolation,
    { ...taken, field: ['id'] },
    manager.query(
      `update ${custom_fields} f set deleted_at = null, position = ${nextPosition(custom_fields)}
       where f.id = $1 and f.deleted_at is not null and f.purged_at is null returning ${fieldColumns}`,
      [id],
    ),
  );
  if (!field) throw new Refusal(unknownDeleted);
  append({ type: 'customFieldsChanged', id });
  return field;
}

/** From now on nothing shows it; a job takes its values away. Errors: `Refusal` where it is not deleted. */
export async function hideField({ manager, now, append }: Write, id: string): Promise<CustomField> {
  const { custom_fields } = tablesOf(manager);
  const [[field]]: [CustomField[], number] = await manager.query(
    `update ${custom_fields} f set purged_at = $2 where f.id = $1 and f.deleted_at is not null and f.purged_at is null
     returning ${fieldColumns}`,
    [id, now],
  );
  if (!field) throw new Refusal(unknownDeleted);
  append({ type: 'customFieldsChanged', id });
  return field;
}

const nextPosition = (custom_fields: string): string =>
  `(select coalesce(max(known.position), 0) + 1 from ${custom_fields} known)`;

const unlessTaken = <Rows>(writing: Promise<Rows>) => refusedBy(sqlState.uniqueViolation, taken, writing);

const unknownField = notFound('id', 'custom field');
const unknownDeleted = notFound('id', 'deleted custom field');

const conflict = (message: string): UserError => ({ code: UserErrorCode.CONFLICT, field: ['name'], message });

const taken = conflict('There is a custom field with this name already.');
const tooMany = conflict(`There can be at most ${mostFields} custom fields: delete one that nobody uses.`);
const tooManyKept = conflict(
  `There can be at most ${mostKept} custom fields with the deleted ones: purge one that nobody misses.`,
);
