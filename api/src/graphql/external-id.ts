import { Constraint } from './constraint';
import { textOrNull } from './text';
import { type Conflicts, UserErrorCode } from './user-error';

export const ExternalIdConstraint = (): PropertyDecorator => Constraint({ minLength: 1, maxLength: 500 });

/** What it is for, in the description of each input. */
export const externalIdDescription = (what: string): string =>
  `What another system calls it, such as a mail's Message-ID; unique among the ${what} of the tenant.`;

/** The input's, as it is stored. */
export const externalIdOf = ({ externalId }: { externalId?: string | null }): string | null => textOrNull(externalId);

/** Of a write that gives a row one. */
export const externalIdConflict = (what: 'contact' | 'conversation' | 'message'): Conflicts => ({
  [`${what}s_external_id_key`]: {
    code: UserErrorCode.CONFLICT,
    field: ['externalId'],
    message: `There is a ${what} with this external id already.`,
  },
});
