import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAction } from '../access/use-action';
import { statusOf } from '../apollo/api-error';
import { useApolloClients } from '../apollo/provider';
import { TaskProgressDocument, useDeleteSandboxMutation } from '../generated/graphql';
import { Button } from '../ui/button';
import { CardSection } from '../ui/card';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { useToast } from '../ui/toaster';

const lookEveryMs = 500;
const waitMs = 20_000;

/** In a sandbox, for its owner: the way out before its time. */
export function DeleteSandbox({ name, slug }: { name: string; slug: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const navigate = useNavigate();
  const toast = useToast();
  const client = useApolloClient();
  const companies = useApolloClients().of(null).apollo;
  const [remove] = useDeleteSandboxMutation();
  const { act, isBusy } = useAction();
  const confirm = async () => {
    const isDone = await act(async () => {
      const { data } = await remove({ variables: { input: { slug } } });
      const task = data?.deleteSandbox.task;
      return task ? await untilGone(client, task.id) : data?.deleteSandbox.userErrors;
    });
    setIsAsking(false);
    if (!isDone) return;
    await companies.clearStore().catch(() => undefined);
    await navigate('/?tab=choose');
    toast({ text: `${name} is deleted.` });
  };
  return (
    <CardSection id="delete-sandbox" title="Delete this sandbox" className="border-danger">
      <div className="flex flex-wrap items-center justify-between gap-4 px-5 pt-1 pb-5">
        <p className="min-w-0 max-w-prose flex-1 basis-64 text-ink-muted">
          Whatever was tried in it goes with it. The company that it is a copy of stays as it is.
        </p>
        <Button variant="danger" onClick={() => setIsAsking(true)}>
          Delete this sandbox…
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={`Delete ${name}?`}
        confirmLabel="Delete sandbox"
        tone="danger"
        isBusy={isBusy}
        onConfirm={() => void confirm()}
      >
        It is gone at once, for good. The company that it is a copy of stays as it is.
      </ConfirmDialog>
    </CardSection>
  );
}

/** With the sandbox, its tasks are gone: that there is no such company is the end of it. Answers what kept it, if anything. */
async function untilGone(client: ApolloClient, id: string): Promise<{ field: string[]; message: string }[]> {
  for (const until = Date.now() + waitMs; Date.now() < until; ) {
    try {
      const { data } = await client.query({
        query: TaskProgressDocument,
        variables: { id },
        fetchPolicy: 'network-only',
      });
      if (data?.task?.failure) return [{ field: [], message: data.task.failure }];
    } catch (error) {
      if (statusOf(error) === 404) return [];
    }
    await new Promise((done) => setTimeout(done, lookEveryMs));
  }
  return [{ field: [], message: 'It takes longer than usual; the sandbox goes as soon as its turn comes.' }];
}
