import { sqlState, sqlStateOf } from '../database/sql-state';
import { Constraint } from './constraint';
import { textOrNull } from './text';
import { Refusal, UserErrorCode } from './user-error';

export const ExternalIdConstraint = (): PropertyDecorator => Constraint({ minLength: 1, maxLength: 500 });

/** What it is for, in the description of each input. */
export const externalIdDescription = (what: string): string =>
  `What another system calls it, such as a mail's Message-ID; unique among the ${what} of the tenant.`;

/** The input's, as it is stored. */
export const externalIdOf = ({ externalId }: { externalId?: string | null }): string | null => textOrNull(externalId);

/** A row that may have one. Errors: `Refusal` where another row of the table has it. */
export async function namedOnce<Rows>(what: 'contact' | 'conversation' | 'message', writing: Promise<Rows>) {
  try {
    return await writing;
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    // On Citus a shard's number follows.
    const isTaken = constraint?.startsWith(`${what}s_external_id_key`);
    if (sqlStateOf(error) !== sqlState.uniqueViolation || !isTaken) throw error;
    throw new Refusal({
      code: UserErrorCode.CONFLICT,
      field: ['externalId'],
      message: `There is a ${what} with this external id already.`,
    });
  }
}
