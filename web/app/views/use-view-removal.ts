import { useAction } from '../access/use-action';
import type { UserError } from '../access/use-input-form';
import { useToast } from '../ui/toaster';

type Sending = () => Promise<readonly UserError[] | undefined>;

interface Removal {
  /** Of the view. */
  name: string;
  remove: Sending;
  /** Keeps the same anew. */
  restore: Sending;
  /** Wherever views are listed. */
  reread: () => Promise<unknown>;
}

/** Deletes a view at once, and offers to keep it anew; answers whether it is gone. */
export function useViewRemoval(): (removal: Removal) => Promise<boolean> {
  const toast = useToast();
  const { act } = useAction();
  return async ({ name, remove, restore, reread }) => {
    if (!(await act(remove))) return false;
    const bringBack = async () => {
      await act(restore);
      await reread();
    };
    toast({ text: `The view ${name} is deleted.`, action: { label: 'Undo', onSelect: () => void bringBack() } });
    await reread();
    return true;
  };
}
