import { type FormEvent, useState } from 'react';
import type { ChangeScheduledMessageInput } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/text-area';
import { TextField } from '../../ui/text-field';
import { rulesOf } from '../../validation/rules';
import { unfilledIn } from '../composer/placeholders';
import { fromLocalInput, toLocalInput } from '../snooze-presets';
import type { ScheduledMessage } from './use-scheduling';

interface ChangeFormProps {
  message: ScheduledMessage;
  isBusy: boolean;
  onChange: (input: ChangeScheduledMessageInput) => void;
  onCancel: () => void;
}

interface Problems {
  content?: string;
  sendAt?: string;
}

const hourMs = 3_600_000;

/** Another text, another moment, or both, where the message stands. */
export function ChangeForm({ message, isBusy, onChange, onCancel }: ChangeFormProps) {
  const { id, failure } = message;
  // What was not sent needs a moment that is still to come.
  const [shownAt] = useState(() =>
    toLocalInput(failure === null ? new Date(message.sendAt) : new Date(Date.now() + hourMs)),
  );
  const [content, setContent] = useState(message.content);
  const [at, setAt] = useState(shownAt);
  const [problems, setProblems] = useState<Problems>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const keepsMoment = failure === null && at === shownAt;
    const found = problemsOf(content, keepsMoment ? null : at);
    setProblems(found);
    if (found.content || found.sendAt) return;
    const sendAt = keepsMoment ? null : fromLocalInput(at);
    onChange({ id, content: content.trim(), ...(sendAt && { sendAt: sendAt.toISOString() }) });
  };
  return (
    <form noValidate aria-label="Change what is sent later" onSubmit={submit} className="flex w-full flex-col gap-3">
      <TextArea
        label="Message"
        // The focus was on the button that this takes the place of.
        autoFocus
        value={content}
        maxLength={rulesOf('ChangeScheduledMessageInput', 'content').maxLength}
        onChange={(event) => setContent(event.target.value)}
        error={problems.content ?? null}
      />
      <TextField
        label="When"
        type="datetime-local"
        value={at}
        min={toLocalInput(new Date())}
        onChange={(event) => setAt(event.target.value)}
        error={problems.sendAt ?? null}
      />
      <div className="flex justify-end gap-2">
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" isBusy={isBusy}>
          Save
        </Button>
      </div>
    </form>
  );
}

/** `at`: null where it stays as it is. */
function problemsOf(content: string, at: string | null): Problems {
  const [unfilled] = unfilledIn(content);
  const moment = at === null ? null : fromLocalInput(at);
  const isPast = at !== null && (moment === null || moment.getTime() <= Date.now());
  return {
    ...(content.trim() === '' && { content: 'Write what is to be sent.' }),
    ...(unfilled && { content: `${unfilled} is not filled in.` }),
    ...(isPast && { sendAt: 'Choose a date and time in the future.' }),
  };
}
