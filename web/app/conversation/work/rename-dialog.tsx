import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/text-field';
import { rulesOf } from '../../validation/rules';

interface RenameDialogProps {
  subject: string | null;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onRename: (subject: string | null) => void;
}

export const RenameDialog = ({ subject, isOpen, onOpenChange, onRename }: RenameDialogProps) => (
  <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Rename the conversation">
    <RenameForm
      subject={subject}
      onCancel={() => onOpenChange(false)}
      onRename={(next) => {
        onOpenChange(false);
        if (next !== subject) onRename(next);
      }}
    />
  </Dialog>
);

interface RenameFormProps {
  subject: string | null;
  onRename: (subject: string | null) => void;
  onCancel: () => void;
}

function RenameForm({ subject, onRename, onCancel }: RenameFormProps) {
  const [text, setText] = useState(subject ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRename(text.trim() || null);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <TextField
        label="Subject"
        hint="Left empty, it is named by the day it began."
        value={text}
        maxLength={rulesOf('RenameConversationInput', 'subject').maxLength}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary">
          Rename
        </Button>
      </div>
    </form>
  );
}
