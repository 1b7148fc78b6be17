import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/text-field';
import { fromLocalInput, toLocalInput } from './snooze-presets';

interface MomentDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  description: string;
  /** Of the field. */
  label: string;
  /** Of the button. */
  submitWords: string;
  onChoose: (moment: Date) => void;
}

/** Asks for any moment from now on. */
export const MomentDialog = ({ isOpen, onOpenChange, title, description, onChoose, ...form }: MomentDialogProps) => (
  <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={title} description={description}>
    <MomentForm
      {...form}
      onCancel={() => onOpenChange(false)}
      onChoose={(moment) => {
        onOpenChange(false);
        onChoose(moment);
      }}
    />
  </Dialog>
);

type MomentFormProps = Pick<MomentDialogProps, 'label' | 'submitWords' | 'onChoose'> & { onCancel: () => void };

const hourMs = 3_600_000;

function MomentForm({ label, submitWords, onChoose, onCancel }: MomentFormProps) {
  const [text, setText] = useState(() => toLocalInput(new Date(Date.now() + hourMs)));
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // By React's tree it may lie within another form, which is not what is submitted.
    event.stopPropagation();
    const moment = fromLocalInput(text);
    if (moment && moment.getTime() > Date.now()) onChoose(moment);
    else setError('Choose a date and time in the future.');
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <TextField
        label={label}
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
          {submitWords}
        </Button>
      </div>
    </form>
  );
}
