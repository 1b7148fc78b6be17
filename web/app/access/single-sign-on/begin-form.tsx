import { useBeginSingleSignOnMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import { FormMessage } from '../form-message';
import { useInputForm } from '../use-input-form';

interface BeginFormProps {
  company: string;
  /** The provider's page is known. */
  onBegun: (url: string) => void;
}

/** Asks for the company by the name that stands in its pages' addresses. */
export function BeginForm({ company, onBegun }: BeginFormProps) {
  const form = useInputForm('BeginSingleSignOnInput', { company });
  const [begin] = useBeginSingleSignOnMutation();
  const submit = form.submit(async (input) => {
    const { data } = await begin({ variables: { input } });
    if (data?.beginSingleSignOn.url) onBegun(data.beginSingleSignOn.url);
    return data?.beginSingleSignOn.userErrors;
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-5">
      <FormMessage text={form.formError} />
      <TextField
        label="Company"
        hint="As in the address of its pages: /tenant/acme is acme."
        autoComplete="organization"
        autoCapitalize="none"
        spellCheck={false}
        isRequired
        {...form.wire('company')}
      />
      <Button type="submit" variant="primary" size="large" isBusy={form.isBusy} className="w-full">
        Go on to your provider
      </Button>
    </form>
  );
}
