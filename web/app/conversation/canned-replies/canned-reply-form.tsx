import { FormMessage } from '../../access/form-message';
import { type UserError, useInputForm } from '../../access/use-input-form';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/text-area';
import { TextField } from '../../ui/text-field';

export interface CannedReplyValues {
  name: string;
  content: string;
}

interface CannedReplyFormProps {
  initial: CannedReplyValues;
  submitWords: string;
  /** Answers what the API refused. */
  onSubmit: (values: CannedReplyValues) => Promise<readonly UserError[] | undefined>;
  /** Empties itself after each, to write another. */
  isRepeated?: boolean;
  onCancel?: () => void;
}

export function CannedReplyForm(props: CannedReplyFormProps) {
  const { initial, submitWords, onSubmit, isRepeated = false, onCancel } = props;
  const form = useInputForm('CreateCannedReplyInput', { name: initial.name, content: initial.content });
  const submit = form.submit(async (values) => {
    const refused = await onSubmit(values);
    if (isRepeated && refused?.length === 0) form.clear();
    return refused;
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex min-w-0 flex-1 flex-col gap-4">
      <FormMessage text={form.formError} />
      <TextField
        label="Name"
        hint="What it is found by, after a slash."
        autoComplete="off"
        isRequired
        {...form.wire('name')}
      />
      <TextArea
        label="Text"
        hint={
          <>
            <code>{'{{contact.name}}'}</code> and <code>{'{{me.name}}'}</code> are filled in when it is inserted.
          </>
        }
        isRequired
        {...form.wire('content')}
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" isBusy={form.isBusy}>
          {submitWords}
        </Button>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
      </div>
    </form>
  );
}
