import { Constraint } from './constraint';
import { textOrNull } from './text';

export const ExternalIdConstraint = (): PropertyDecorator => Constraint({ minLength: 1, maxLength: 500 });

/** What it is for, in the description of each input. */
export const externalIdDescription = (what: string): string =>
  `What another system calls it, such as a mail's Message-ID; unique among the ${what} of the tenant.`;

/** The input's, as it is stored. */
export const externalIdOf = ({ externalId }: { externalId?: string | null }): string | null => textOrNull(externalId);
