import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { explain } from '../../access/explain';
import { type ErasureReceipt_ReceiptFragment, useEraseContactMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/text-field';
import { Receipt } from './receipt';

interface EraseContactProps {
  contact: { id: string; name: string };
  /** Of the company. */
  path: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Before it goes, and where it stays after all. */
  onErase: (isGoing: boolean) => void;
}

/** Says what will be lost, has the name typed, and shows the receipt. */
export function EraseContact({ contact, path, isOpen, onOpenChange, onErase }: EraseContactProps) {
  const navigate = useNavigate();
  const [receipt, setReceipt] = useState<ErasureReceipt_ReceiptFragment | null>(null);
  const change = (next: boolean) => {
    onOpenChange(next);
    if (!next && receipt) void navigate(`${path}/contacts`, { replace: true });
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
            To the contacts
          </Button>
        </div>
      ) : (
        <EraseForm contact={contact} onErase={onErase} onErased={setReceipt} onCancel={() => change(false)} />
      )}
    </Dialog>
  );
}

interface EraseFormProps extends Pick<EraseContactProps, 'contact' | 'onErase'> {
  onErased: (receipt: ErasureReceipt_ReceiptFragment) => void;
  onCancel: () => void;
}

function EraseForm({ contact: { id, name }, onErase, onErased, onCancel }: EraseFormProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [erase, { loading }] = useEraseContactMutation();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== name.trim()) return setProblem('Type the name exactly as it stands above.');
    onErase(true);
    try {
      const { data } = await erase({ variables: { input: { id, confirmName: typed } } });
      if (data?.eraseContact.receipt) return onErased(data.eraseContact.receipt);
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
        labels and history. It does not go to the deleted contacts, and nobody can bring it back.
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
