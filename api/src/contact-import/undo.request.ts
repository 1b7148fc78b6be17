import { tablesOf } from '../database/tables';
import { Refusal, type UserError, UserErrorCode } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { type Import, ImportState } from './import';
import type { UndoImportInput } from './import.inputs';
import { importColumns, requireImport } from './import.repository';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const dayMs = 24 * 60 * minuteMs;
const keepForMs = 30 * dayMs;

/** The rows of what was started since then are known. */
export const undoableSince = (now: Date): Date => new Date(now.getTime() - keepForMs);

/** The day in which the rows of what is started now are forgotten. In full days, so that one job serves for all of a day. */
export const forgottenAt = (startedAt: Date): Date =>
  new Date(Math.ceil((startedAt.getTime() + keepForMs) / dayMs) * dayMs);

/** Soon, and once more where that was before the commit. */
export const undoJobs = (now: Date): Record<string, Date> => ({
  undoImports: new Date(Math.ceil(now.getTime() / secondMs) * secondMs),
  undoLateImports: new Date(Math.ceil((now.getTime() + minuteMs) / minuteMs) * minuteMs),
});

/**
 * One that is being undone goes on as it is; one that was undone is gone through again where changed contacts are to be taken back now.
 * Errors: `Refusal`; those of `requireOwner`, which says whether the caller may.
 */
export async function requestUndo(
  { manager, now, actorId, append }: Write,
  { importId, keepChanged }: UndoImportInput,
  requireOwner: (ownerId: string | null) => void,
): Promise<Import> {
  const { imports } = tablesOf(manager);
  const found = await requireImport(manager, importId);
  requireOwner(found.actorId);
  if (Date.parse(found.createdAt) < undoableSince(now).getTime()) throw new Refusal(tooLate);
  if (found.state === ImportState.UNDOING || (found.state === ImportState.UNDONE && keepChanged)) return found;
  append({ type: 'importChanged', id: found.id });
  const [[undoing]]: [Import[], number] = await manager.query(
    `update ${imports} im set state = $2, keeps_changed = $3, undo_number = null, undone_by = $4, updated_at = $5
     where im.id = $1 returning ${importColumns}`,
    [found.id, ImportState.UNDOING, keepChanged, actorId, now],
  );
  return undoing ?? found;
}

const tooLate: UserError = {
  code: UserErrorCode.CONFLICT,
  field: ['importId'],
  message: 'An import can be undone for 30 days; by now nobody knows its rows.',
};
