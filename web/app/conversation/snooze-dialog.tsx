import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/text-field';
import { fromLocalInput, toLocalInput } from './snooze-presets';

interface SnoozeDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onSnooze: (until: Date) => void;
}

export const SnoozeDialog = ({ isOpen, onOpenChange, onSnooze }: SnoozeDialogProps) => (
  <Dialog
    isOpen={isOpen}
    onOpenChange={onOpenChange}
    title="Snooze the conversation"
    description="It is active again at this time, or as soon as the contact writes."
  >
    <SnoozeForm
      onCancel={() => onOpenChange(false)}
      onSnooze={(until) => {
        onOpenChange(false);
        onSnooze(until);
      }}
    />
  </Dialog>
);

const hourMs = 3_600_000;

function SnoozeForm({ onSnooze, onCancel }: { onSnooze: (until: Date) => void; onCancel: () => void }) {
  const [text, setText] = useState(() => toLocalInput(new Date(Date.now() + hourMs)));
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const until = fromLocalInput(text);
    if (until && until.getTime() > Date.now()) onSnooze(until);
    else setError('Choose a date and time in the future.');
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <TextField
        label="Until"
        type="datetime-local"
        isRequired
        value={text}
        min={toLocalInput(new Date())}
        onChange={(event) => {
          setText(event.target.value);
          setError(null);
        }}
        error={error}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary">
          Snooze
        </Button>
      </div>
    </form>
  );
}
