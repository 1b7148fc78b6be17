import { ConversationStatus } from '../../contact/conversation-status';
import { isUuid } from '../../graphql/text';
import { notFound, type UserError, UserErrorCode } from '../../graphql/user-error';
import type { StatusChange } from '../conversation.repository';
import { checkUntil, close, reopen, snooze } from '../status-changes';
import { type ChangeConversationsInput, type ConversationChange, mostAtOnce } from './change.inputs';

/** Of the fields of the change, by where they stand in the input. */
export const inChange = (error: UserError): UserError => ({ ...error, field: ['change', ...error.field] });

export function checkChange({ ids, change }: ChangeConversationsInput): UserError[] {
  const errors = ids.length > mostAtOnce ? [tooMany] : [];
  if (change.status === ConversationStatus.SNOOZED)
    errors.push(
      ...checkUntil(change.snoozedUntil ?? null).map((error) => inChange({ ...error, field: ['snoozedUntil'] })),
    );
  for (const field of ['labelIds', 'addLabelIds', 'removeLabelIds'] as const)
    if (change[field]?.some((id) => !isUuid(id))) errors.push(inChange(notFound(field, 'label')));
  return errors;
}

export function statusChangeOf({ status, snoozedUntil }: ConversationChange): StatusChange | null {
  switch (status) {
    case ConversationStatus.ACTIVE:
      return reopen;
    case ConversationStatus.CLOSED:
      return close;
    case ConversationStatus.SNOOZED:
      return snooze(snoozedUntil ?? null);
    default:
      return null;
  }
}

const tooMany: UserError = {
  code: UserErrorCode.INVALID,
  field: ['ids'],
  message: `At most ${mostAtOnce} conversations can be changed at once.`,
};
