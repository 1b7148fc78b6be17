import type { ApolloClient } from '@apollo/client';
import {
  ChangeContactsDocument,
  type ChangeContactsInput,
  type ChangeContactsMutation,
  ContactIdsDocument,
  type ContactIdsQueryVariables,
} from '../../generated/graphql';

export type ContactChange = Omit<ChangeContactsInput, 'ids'>;

/** Some by their ids, or all that a list finds. */
export type Many = { ids: readonly string[] } | { matching: Pick<ContactIdsQueryVariables, 'search' | 'filter'> };

/** What takes a change back: as much of it as was done. */
export interface Undo {
  ids: readonly string[];
  change: ContactChange;
}

export interface Done {
  /** How many were changed. */
  count: number;
  undo: readonly Undo[];
  /** Of each that was left as it was, in a sentence. */
  problems: readonly string[];
}

export interface Watch {
  onProgress: (done: number) => void;
  isStopped: () => boolean;
}

/** As many go with a request, in one transaction; others of the company and other companies come in between. */
const batchSize = 100;

const unanswered = 'The service does not answer.';

/** One batch after the other. What cannot be sent ends it, and what was done until then is told. */
export async function changeMany(
  client: ApolloClient,
  many: Many,
  change: ContactChange,
  { onProgress, isStopped }: Watch,
): Promise<Done> {
  const done = { count: 0, undo: [] as Undo[], problems: [] as string[] };
  let sent = 0;
  try {
    for await (const ids of batchesOf(client, many)) {
      if (isStopped()) break;
      const { data } = await client.mutate({
        mutation: ChangeContactsDocument,
        variables: { input: { ids: [...ids], ...change } },
      });
      take(done, ids, data?.changeContacts, change);
      sent += ids.length;
      onProgress(sent);
    }
  } catch {
    done.problems.push(unanswered);
  }
  return done;
}

/** The reverse of all that was done, in batches too. */
export async function undoMany(client: ApolloClient, undo: readonly Undo[], watch: Watch): Promise<Done> {
  const all = { count: 0, undo: [] as Undo[], problems: [] as string[] };
  let sent = 0;
  for (const { ids, change } of undo) {
    const onProgress = (done: number) => watch.onProgress(sent + done);
    const part = await changeMany(client, { ids }, change, { ...watch, onProgress });
    sent += ids.length;
    all.count += part.count;
    all.problems.push(...part.problems);
    if (part.problems.includes(unanswered) || watch.isStopped()) break;
  }
  return all;
}

type Answer = ChangeContactsMutation['changeContacts'] | undefined;

function take(
  done: { count: number; undo: Undo[]; problems: string[] },
  ids: readonly string[],
  answer: Answer,
  change: ContactChange,
): void {
  const results = answer?.results;
  if (!results) {
    done.problems.push(...ids.map(() => answer?.userErrors[0]?.message ?? unanswered));
    return;
  }
  const changed = results.flatMap(({ id, before }) => (before ? [{ id, ...before }] : []));
  done.count += changed.length;
  done.problems.push(...results.flatMap(({ before, userErrors }) => (before ? [] : (userErrors[0]?.message ?? []))));
  for (const undo of undoOf(changed, change)) if (undo.ids.length > 0) done.undo.push(undo);
}

interface Changed {
  id: string;
  isDeleted: boolean;
  labelIds: readonly string[];
}

function undoOf(changed: readonly Changed[], { isDeleted, addLabelIds, removeLabelIds }: ContactChange): Undo[] {
  const idsOf = (fits: (one: Changed) => boolean) => changed.filter(fits).map(({ id }) => id);
  return [
    ...(isDeleted === true ? [{ ids: idsOf((one) => !one.isDeleted), change: { isDeleted: false } }] : []),
    ...(addLabelIds ?? []).map((labelId) => ({
      ids: idsOf(({ labelIds }) => !labelIds.includes(labelId)),
      change: { removeLabelIds: [labelId] },
    })),
    ...(removeLabelIds ?? []).map((labelId) => ({
      ids: idsOf(({ labelIds }) => labelIds.includes(labelId)),
      change: { addLabelIds: [labelId] },
    })),
  ];
}

/** Of a list, page by page, from the newest on: who comes meanwhile is not among them. */
async function* batchesOf(client: ApolloClient, many: Many): AsyncGenerator<readonly string[], void> {
  if ('ids' in many) {
    for (let from = 0; from < many.ids.length; from += batchSize) yield many.ids.slice(from, from + batchSize);
    return;
  }
  for (let after: string | null = null; ; ) {
    const variables: ContactIdsQueryVariables = { ...many.matching, after };
    const { data } = await client.query({ query: ContactIdsDocument, variables, fetchPolicy: 'no-cache' });
    if (!data) throw new Error('expected a page of contacts');
    const { nodes, pageInfo } = data.contacts;
    if (nodes.length > 0) yield nodes.map(({ id }) => id);
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}
