import type { MockLink } from '@apollo/client/testing';
import {
  CancelScheduledMessageDocument,
  ChangeScheduledMessageDocument,
  ScheduleMessageDocument,
  type SchedulingFailure,
} from '../generated/graphql';
import { viewer } from './actor';

const hourMs = 3_600_000;

/** What the viewer has sent in two hours, unless it says otherwise. */
export const newScheduled = (id: string, content: string, more: object = {}) => ({
  __typename: 'ScheduledMessage' as const,
  id,
  content,
  sendAt: new Date(Date.now() + 2 * hourMs).toISOString(),
  failure: null as SchedulingFailure | null,
  author: viewer,
  ...more,
});
type Scheduled = ReturnType<typeof newScheduled>;

const payload = (more: object, left: Scheduled[], message: string | null) => ({
  __typename: 'P',
  ...more,
  conversation: message === null ? { __typename: 'Conversation', id: 'talk', scheduledMessages: left } : null,
  userErrors: message === null ? [] : [{ __typename: 'UserError', code: 'INVALID', field: ['sendAt'], message }],
});

const answers = (
  query: MockLink.MockedResponse['request']['query'],
  field: string,
  inputs: unknown[],
  result: object,
): MockLink.MockedResponse => ({
  request: {
    query,
    variables: ({ input }) => {
      inputs.push(input);
      return true;
    },
  },
  result: { data: { [field]: result } },
});

/** Each notes its input; after it, these are left, or it is refused with a message. */
export const schedules = (inputs: unknown[], left: Scheduled[], refusal: string | null = null) =>
  answers(
    ScheduleMessageDocument,
    'scheduleMessage',
    inputs,
    payload({ scheduledMessage: left[0] ?? null }, left, refusal),
  );
export const reschedules = (inputs: unknown[], left: Scheduled[], refusal: string | null = null) =>
  answers(ChangeScheduledMessageDocument, 'changeScheduledMessage', inputs, payload({}, left, refusal));
export const callsOff = (inputs: unknown[], left: Scheduled[] = [], refusal: string | null = null) =>
  answers(CancelScheduledMessageDocument, 'cancelScheduledMessage', inputs, payload({}, left, refusal));
