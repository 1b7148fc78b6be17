import { useApolloClient } from '@apollo/client/react';
import { useSaveViewMutation } from '../../generated/graphql';
import { Dialog } from '../../ui/dialog';
import { ViewForm } from '../../views/view-form';
import { inputOf, type NewView, rereadViews } from './use-remove-view';

interface ViewDialogProps {
  /** Without an id: a new one. */
  view: NewView & { id?: string };
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onSaved: (id: string) => void;
}

/** Asks what a view is called, and who is to have it. */
export function ViewDialog({ view, isOpen, onOpenChange, onSaved }: ViewDialogProps) {
  const client = useApolloClient();
  const [save] = useSaveViewMutation();
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={view.id ? `Change ${view.name}` : 'Save as a view'}>
      <ViewForm
        input="SaveViewInput"
        initial={view}
        onCancel={() => onOpenChange(false)}
        onSave={async (named) => {
          const input = { ...inputOf({ ...view, ...named }), ...(view.id && { id: view.id }) };
          const { data } = await save({ variables: { input } });
          const saved = data?.saveView.savedView;
          if (saved) {
            await rereadViews(client);
            onOpenChange(false);
            onSaved(saved.id);
          }
          return data?.saveView.userErrors;
        }}
      />
    </Dialog>
  );
}
