import { type UserError, UserErrorCode } from '../graphql/user-error';
import { namedMetadata } from './contact';

/** What one field alone cannot show: `checkInput` does the rest. */
export function checkMetadata(metadata: Record<string, unknown> | null | undefined): UserError[] {
  return namedMetadata
    .filter((key) => Object.hasOwn(metadata ?? {}, key))
    .map((key) => ({
      code: UserErrorCode.INVALID,
      field: ['metadata', key],
      message: `Metadata cannot hold the key "${key}": it has a field of its own.`,
    }));
}

/** What is left out stays; but a name cannot be emptied. */
export function checkName(name: string | null | undefined): UserError[] {
  return name === null ? [{ code: UserErrorCode.REQUIRED, field: ['name'], message: 'Name is required.' }] : [];
}

export const unreachable: UserError = {
  code: UserErrorCode.REQUIRED,
  field: ['email'],
  message: 'An email address or a phone number is required.',
};

export function checkReachable(email: string | null | undefined, phone: string | null | undefined): UserError[] {
  return email?.trim() || phone?.trim() ? [] : [unreachable];
}

/** Of one that was deleted, and is to come back. */
export const namedAnew: UserError = {
  code: UserErrorCode.CONFLICT,
  field: ['id'],
  message: 'Its external id, or that of one of its conversations or messages, belongs to another by now.',
};
