import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { FormMessage } from '../../access/form-message';
import { useInputForm } from '../../access/use-input-form';
import { useSaveViewMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/text-field';
import { inputOf, type NewView, rereadViews } from './use-remove-view';

interface ViewDialogProps {
  /** Without an id: a new one. */
  view: NewView & { id?: string };
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onSaved: (id: string) => void;
}

/** Asks what a view is called, and who is to have it. */
export const ViewDialog = ({ view, isOpen, onOpenChange, onSaved }: ViewDialogProps) => (
  <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={view.id ? `Change ${view.name}` : 'Save as a view'}>
    <ViewForm
      view={view}
      onCancel={() => onOpenChange(false)}
      onSaved={(id) => {
        onOpenChange(false);
        onSaved(id);
      }}
    />
  </Dialog>
);

type ViewFormProps = Pick<ViewDialogProps, 'view' | 'onSaved'> & { onCancel: () => void };

function ViewForm({ view, onSaved, onCancel }: ViewFormProps) {
  const client = useApolloClient();
  const [save] = useSaveViewMutation();
  const [isShared, setIsShared] = useState(view.isShared);
  const form = useInputForm('SaveViewInput', { name: view.name });
  const submit = form.submit(async ({ name }) => {
    const input = { ...inputOf({ ...view, name, isShared }), ...(view.id && { id: view.id }) };
    const { data } = await save({ variables: { input } });
    const saved = data?.saveView.savedView;
    if (saved) {
      await rereadViews(client);
      onSaved(saved.id);
    }
    return data?.saveView.userErrors;
  });
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <FormMessage text={form.formError} />
      <TextField label="Name" autoComplete="off" isRequired {...form.wire('name')} />
      <Checkbox isChecked={isShared} onChange={setIsShared} className="-mx-2 max-md:min-h-10">
        Everybody of the company has it
      </Checkbox>
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" isBusy={form.isBusy}>
          Save view
        </Button>
      </div>
    </form>
  );
}
