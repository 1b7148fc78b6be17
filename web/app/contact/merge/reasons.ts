import type { DuplicateReason } from '../../generated/graphql';

export const reasonWords: Record<DuplicateReason, string> = {
  SAME_EMAIL: 'Same email',
  SAME_PHONE: 'Same phone number',
  SIMILAR_NAME: 'Similar name, same company',
};
