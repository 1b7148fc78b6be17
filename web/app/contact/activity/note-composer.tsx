import { type KeyboardEvent, useRef } from 'react';
import { useAction } from '../../access/use-action';
import { useAttemptKey } from '../../apollo/use-attempt-key';
import { useAddContactNoteMutation } from '../../generated/graphql';
import { useDraft } from '../../outbox/provider';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/text-area';

interface NoteComposerProps {
  contactId: string;
  onWritten: () => void;
}

/** What is typed survives a reload. Enter makes lines; with Ctrl it sends. */
export function NoteComposer({ contactId, onWritten }: NoteComposerProps) {
  const [text, setText] = useDraft(`contact ${contactId}#note`);
  const [add] = useAddContactNoteMutation();
  const { act, isBusy } = useAction();
  const keyFor = useAttemptKey();
  // Of two notes that say the same, the second is no second try.
  const written = useRef(0);
  const send = async () => {
    if (text.trim() === '' || isBusy) return;
    const note = { contactId, content: text };
    const input = { ...note, idempotencyKey: keyFor([note, written.current]) };
    const isDone = await act(async () => (await add({ variables: { input } })).data?.addContactNote.userErrors);
    if (!isDone) return;
    written.current += 1;
    setText('');
    onWritten();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="flex flex-col gap-2"
    >
      <TextArea
        label="Note"
        isLabelHidden
        placeholder="Note for colleagues"
        aria-keyshortcuts="Control+Enter"
        rows={2}
        className="min-h-16"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="flex items-center justify-between gap-2">
        <p className="text-ink-muted text-xs">The contact never sees it.</p>
        <Button type="submit" size="small" variant="primary" isBusy={isBusy} disabled={text.trim() === ''}>
          Add note
        </Button>
      </div>
    </form>
  );
}
