import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { FormMessage } from '../../access/form-message';
import { useInputForm } from '../../access/use-input-form';
import { type SaveContactViewInput, useSaveContactViewMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/text-field';
import { rereadViews } from './use-remove-view';
import type { ContactView } from './view-address';

export interface ViewDialogProps {
  /** Without an id: a new one. */
  view: SaveContactViewInput;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onSaved: (view: ContactView) => void;
}

/** Asks what a view is called, and who is to have it. */
export const ViewDialog = ({ view, isOpen, onOpenChange, onSaved }: ViewDialogProps) => (
  <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={view.id ? `Change ${view.name}` : 'Save as a view'}>
    <ViewForm
      view={view}
      onCancel={() => onOpenChange(false)}
      onSaved={(saved) => {
        onOpenChange(false);
        onSaved(saved);
      }}
    />
  </Dialog>
);

type ViewFormProps = Pick<ViewDialogProps, 'view' | 'onSaved'> & { onCancel: () => void };

function ViewForm({ view, onSaved, onCancel }: ViewFormProps) {
  const client = useApolloClient();
  const [save] = useSaveContactViewMutation();
  const [isShared, setIsShared] = useState(view.isShared ?? false);
  const form = useInputForm('SaveContactViewInput', { name: view.name });
  const submit = form.submit(async ({ name }) => {
    const { data } = await save({ variables: { input: { ...view, name, isShared } } });
    const saved = data?.saveContactView.contactView;
    if (saved) {
      await rereadViews(client);
      onSaved(saved);
    }
    return data?.saveContactView.userErrors;
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
