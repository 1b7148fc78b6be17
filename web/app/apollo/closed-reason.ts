import { CombinedGraphQLErrors } from '@apollo/client';
import { isRouteErrorResponse } from 'react-router';
import type { ErrorCode } from '../generated/constraints';

/** Why a company is closed to its members. */
export interface ClosedReason {
  reason: string | null;
  /** Of one that is being deleted: until when it can be restored. ISO 8601. */
  until: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Null for any other error. Shape: from the API's answer, or as the server's loader passed it on to the page. */
export function closedReasonOf(error: unknown): ClosedReason | null {
  const told = CombinedGraphQLErrors.is(error)
    ? error.errors.find(({ extensions }) => extensions?.['code'] === ('TENANT_SUSPENDED' satisfies ErrorCode))
        ?.extensions
    : isRouteErrorResponse(error) && (error.data as { closed?: Record<string, unknown> } | null)?.closed;
  return told ? { reason: text(told['reason']), until: text(told['until']) } : null;
}
