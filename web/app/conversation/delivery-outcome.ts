import { CombinedGraphQLErrors, ServerError } from '@apollo/client';
import { statusOf } from '../apollo/api-error';
import type { Outcome } from '../outbox/sender';

/** A write without an answer for this long counts as failed; trying again is safe. */
const patienceMs = 20_000;

export const patiently = () => ({ fetchOptions: { signal: AbortSignal.timeout(patienceMs) } });

interface Answer {
  message: object | null;
  userErrors: readonly { field: readonly string[]; message: string }[];
}

export function outcomeOfAnswer(answer: Answer | undefined): Outcome {
  if (answer?.message) return { kind: 'stored' };
  const [refusal] = answer?.userErrors ?? [];
  if (!refusal) return notYet;
  const isLate = refusal.field.includes('expectedNumber');
  return { kind: 'refused', problem: isLate ? tooLate : refusal.message, isLate };
}

const tooLate = 'somebody else has written meanwhile. Open the conversation to read it first.';

const notYet: Outcome = { kind: 'failed', heldForMs: 0 };

/** What another attempt cannot change. Only the API itself can say so: what stands between may answer anything while it is away. */
const final = new Set([400, 403, 404]);

export function outcomeOf(error: unknown): Outcome {
  if (CombinedGraphQLErrors.is(error) && final.has(statusOf(error)))
    return { kind: 'refused', problem: error.errors[0]?.message ?? 'The service refuses it.' };
  return { kind: 'failed', heldForMs: heldForMs(error) };
}

function heldForMs(error: unknown): number {
  if (CombinedGraphQLErrors.is(error)) {
    const asked = error.errors.map(({ extensions }) => Number(extensions?.['retryAfterMs'] ?? 0));
    return Math.max(0, ...asked.filter(Number.isFinite));
  }
  const seconds = ServerError.is(error) ? Number(error.response.headers.get('retry-after') ?? 0) : 0;
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}
