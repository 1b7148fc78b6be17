import { type FormEvent, useState } from 'react';
import { explain } from '../../access/explain';
import { type ErasureReceipt_ReceiptFragment, useEraseContactMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/text-field';
import { Receipt } from './receipt';

interface EraseContactProps {
  contact: { id: string; name: string };
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Before it goes, and where it stays after all. */
  onErase?: (isGoing: boolean) => void;
  /** Once the receipt has been seen. */
  onErased: () => void;
}

/** Says what will be lost, has the name typed, and shows the receipt. */
export function EraseContact({
  contact,
  isOpen,
  onOpenChange,
  onErase = () => undefined,
  onErased,
}: EraseContactProps) {
  const [receipt, setReceipt] = useState<ErasureReceipt_ReceiptFragment | null>(null);
  const change = (next: boolean) => {
    onOpenChange(next);
    if (!next && receipt) onErased();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={change}
      title={receipt ? `${contact.name} is erased` : `Erase ${contact.name} for good?`}
      isPersistent={receipt !== null}
    >
      {receipt ? (
        <div className="flex flex-col gap-4">
          <Receipt receipt={receipt} />
          <p className="text-ink-muted">It stays under Settings › Data.</p>
          <Button variant="primary" onClick={() => change(false)} className="self-end">
            Done
          </Button>
        </div>
      ) : (
        <EraseForm contact={contact} onErase={onErase} onReceipt={setReceipt} onCancel={() => change(false)} />
      )}
    </Dialog>
  );
}

interface EraseFormProps extends Required<Pick<EraseContactProps, 'contact' | 'onErase'>> {
  onReceipt: (receipt: ErasureReceipt_ReceiptFragment) => void;
  onCancel: () => void;
}

function EraseForm({ contact: { id, name }, onErase, onReceipt, onCancel }: EraseFormProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [erase, { loading }] = useEraseContactMutation();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== name.trim()) return setProblem('Type the name exactly as it stands above.');
    onErase(true);
    try {
      const { data } = await erase({ variables: { input: { id, confirmName: typed } } });
      if (data?.eraseContact.receipt) return onReceipt(data.eraseContact.receipt);
      setProblem(data?.eraseContact.userErrors[0]?.message ?? 'Nothing was erased.');
    } catch (error) {
      setProblem(explain(error));
    }
    onErase(false);
  };
  return (
    <form noValidate method="post" onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <p className="text-ink-muted">
        All that is known of this person is removed: the contact, every conversation and message with them, notes,
        labels and history. It is not among the deleted contacts then, and nobody can bring it back.
      </p>
      <TextField
        label={`Type ${name} to erase them`}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setProblem(null);
        }}
        error={problem}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="danger" isBusy={loading}>
          Erase for good
        </Button>
      </div>
    </form>
  );
}
