import { FormMessage } from '../access/form-message';
import { useInputForm } from '../access/use-input-form';
import { TasksDocument, useCreateSandboxMutation } from '../generated/graphql';
import { LongWork } from '../tasks/long-work';
import { Button } from '../ui/button';
import { CardSection } from '../ui/card';
import { LocalTime } from '../ui/relative-time';
import { TextField } from '../ui/text-field';
import { TextLink } from '../ui/text-link';
import { useNewCompany } from './use-new-company';

/** For owners: a copy to try things in. */
export function SandboxCard({ companyName }: { companyName: string }) {
  const onNewCompany = useNewCompany();
  const form = useInputForm('CreateSandboxInput', { name: `${companyName.slice(0, 190)} sandbox` });
  const [create] = useCreateSandboxMutation({ refetchQueries: [TasksDocument], awaitRefetchQueries: true });
  const submit = form.submit(async (input) => (await create({ variables: { input } })).data?.createSandbox.userErrors);
  return (
    <CardSection id="sandbox" title="Sandbox">
      <div className="flex flex-col gap-4 px-5 pt-1 pb-5">
        <p className="max-w-prose text-ink-muted">
          A copy of the company to try things in. All people in it are invented, and so is what they wrote; nobody is
          notified of anything. It is yours alone, and ends by itself after 14 days.
        </p>
        <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-4">
          <FormMessage text={form.formError} />
          <TextField label="Name of the sandbox" isRequired autoComplete="off" {...form.wire('name')} />
          <Button type="submit" isBusy={form.isBusy} className="self-start">
            Make a sandbox
          </Button>
        </form>
        <LongWork kind="createSandbox" label="Making the sandbox" onEnded={onNewCompany}>
          {({ slug, endsAt }) => (
            <p className="text-ink">
              The sandbox is ready until <LocalTime at={endsAt} format={{ day: 'numeric', month: 'long' }} />:{' '}
              <TextLink to={`/tenant/${slug}`}>open it</TextLink>.
            </p>
          )}
        </LongWork>
      </div>
    </CardSection>
  );
}
