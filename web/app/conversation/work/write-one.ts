import type { ApolloClient } from '@apollo/client';
import {
  AssignConversationDocument,
  CloseConversationDocument,
  RenameConversationDocument,
  ReopenConversationDocument,
  SetConversationLabelsDocument,
  SetConversationPriorityDocument,
  SnoozeConversationDocument,
  type Work_ConversationFragment,
} from '../../generated/graphql';
import { afterChange, type WorkChange } from './work-change';

type Work = Work_ConversationFragment;

interface Answer {
  userErrors: readonly { message: string }[];
}

/** Makes of one conversation what is named. Null when it is done, else what kept it, in a sentence. Errors: what sending throws. */
export async function writeOne(client: ApolloClient, conversation: Work, change: WorkChange): Promise<string | null> {
  const answers = await Promise.all(requestsFor(client, conversation, change));
  return answers.flatMap((answer) => (answer ? answer.userErrors : [unanswered]))[0]?.message ?? null;
}

export const unanswered = { message: 'The service does not answer.' };

function requestsFor(client: ApolloClient, conversation: Work, change: WorkChange): Promise<Answer | undefined>[] {
  const { id } = conversation;
  const { status, assignee, priority, subject } = change;
  return [
    ...(status ? [writeStatus(client, id, status, change.snoozedUntil ?? null)] : []),
    ...(assignee !== undefined ? [writeAssignee(client, id, assignee?.id ?? null)] : []),
    ...(change.addLabel || change.removeLabel ? [writeLabels(client, afterChange(conversation, change))] : []),
    ...(priority ? [writePriority(client, id, priority)] : []),
    ...(subject !== undefined ? [rename(client, id, subject)] : []),
  ];
}

async function writeStatus(client: ApolloClient, id: string, status: Work['status'], until: string | null) {
  if (status === 'CLOSED') {
    return (await client.mutate({ mutation: CloseConversationDocument, variables: { input: { id } } })).data
      ?.closeConversation;
  }
  if (status === 'SNOOZED') {
    return (await client.mutate({ mutation: SnoozeConversationDocument, variables: { input: { id, until } } })).data
      ?.snoozeConversation;
  }
  return (await client.mutate({ mutation: ReopenConversationDocument, variables: { input: { id } } })).data
    ?.reopenConversation;
}

const writeAssignee = async (client: ApolloClient, id: string, assigneeId: string | null) =>
  (await client.mutate({ mutation: AssignConversationDocument, variables: { input: { id, assigneeId } } })).data
    ?.assignConversation;

async function writeLabels(client: ApolloClient, { id, labels }: Work) {
  const input = { id, labelIds: labels.map((label) => label.id) };
  return (await client.mutate({ mutation: SetConversationLabelsDocument, variables: { input } })).data
    ?.setConversationLabels;
}

const writePriority = async (client: ApolloClient, id: string, priority: Work['priority']) =>
  (await client.mutate({ mutation: SetConversationPriorityDocument, variables: { input: { id, priority } } })).data
    ?.setConversationPriority;

const rename = async (client: ApolloClient, id: string, subject: string | null) =>
  (await client.mutate({ mutation: RenameConversationDocument, variables: { input: { id, subject } } })).data
    ?.renameConversation;
