import { useApolloClient } from '@apollo/client/react';
import { type SaveContactViewInput, useSaveContactViewMutation } from '../../generated/graphql';
import { Dialog } from '../../ui/dialog';
import { ViewForm } from '../../views/view-form';
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
export function ViewDialog({ view, isOpen, onOpenChange, onSaved }: ViewDialogProps) {
  const client = useApolloClient();
  const [save] = useSaveContactViewMutation();
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={view.id ? `Change ${view.name}` : 'Save as a view'}>
      <ViewForm
        input="SaveContactViewInput"
        initial={{ name: view.name, isShared: view.isShared ?? false }}
        onCancel={() => onOpenChange(false)}
        onSave={async (named) => {
          const { data } = await save({ variables: { input: { ...view, ...named } } });
          const saved = data?.saveContactView.contactView;
          if (saved) {
            await rereadViews(client);
            onOpenChange(false);
            onSaved(saved);
          }
          return data?.saveContactView.userErrors;
        }}
      />
    </Dialog>
  );
}
