import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { type Import_ImportFragment, useUndoImportMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { useNow } from '../../ui/clock';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { formatCount, formatPlural } from '../../ui/format';
import { ProgressBar } from '../../ui/progress-bar';
import { LocalTime } from '../../ui/relative-time';
import { useToast } from '../../ui/toaster';
import { KeptContacts } from './kept-contacts';

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };

const refused = 'The import could not be undone: it takes whoever imported it, or an admin.';

/** Takes an import back, and gives account of it. */
export function UndoPart({ of }: { of: Import_ImportFragment }) {
  const isUndoable = Date.parse(of.undoableUntil) > useNow();
  const written = of.createdCount + of.changedCount;
  const gone = of.takenBackCount + of.keptCount + of.impossibleCount;
  return (
    <div className="flex flex-col gap-3 px-5 pt-5">
      {of.state === 'UNDOING' && (
        <>
          <p role="status" className="text-ink tabular-nums">
            Taking back: {formatCount(gone)} of about {formatCount(written)} contacts. It goes on by itself.
          </p>
          <ProgressBar label="Taking back" share={written > 0 ? gone / written : 0} />
        </>
      )}
      {of.state === 'UNDONE' && (
        <p role="status" className="text-ink">
          {formatPlural(of.takenBackCount, 'contact')} taken back, {formatCount(of.keptCount)} kept,{' '}
          {formatCount(of.impossibleCount)} not possible.
        </p>
      )}
      {of.state === 'UNDONE' && of.keptCount + of.impossibleCount > 0 && <KeptContacts of={of} />}
      {of.state === 'FINISHED' && written > 0 && isUndoable && (
        <div className="flex flex-wrap items-center gap-3">
          <UndoButton of={of} keepChanged words="Undo the import…" />
          <span className="text-detail text-ink-muted">
            Possible until <LocalTime at={of.undoableUntil} format={day} />
          </span>
        </div>
      )}
      {of.state === 'UNDONE' && of.keptCount > 0 && isUndoable && (
        <div>
          <UndoButton of={of} keepChanged={false} words="Take back those changed since, too…" />
        </div>
      )}
    </div>
  );
}

function UndoButton({ of, keepChanged, words }: { of: Import_ImportFragment; keepChanged: boolean; words: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const [undo, { loading }] = useUndoImportMutation();
  const toast = useToast();
  const confirm = async () => {
    try {
      const { data } = await undo({ variables: { input: { importId: of.id, keepChanged } } });
      const [error] = data?.undoImport.userErrors ?? [];
      if (error) toast({ text: error.message, tone: 'danger' });
    } catch {
      toast({ text: refused, tone: 'danger' });
    }
    setIsAsking(false);
  };
  return (
    <>
      <Button icon={<Undo2 aria-hidden="true" />} onClick={() => setIsAsking(true)}>
        {words}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={keepChanged ? 'Undo this import?' : 'Take back what was changed since?'}
        confirmLabel="Undo it"
        tone="danger"
        isBusy={loading}
        onConfirm={() => void confirm()}
      >
        {keepChanged
          ? `The ${formatPlural(of.createdCount, 'contact')} it made are deleted for good, and the ${formatCount(of.changedCount)} it changed become as they were. Whoever was changed or written to since is kept, and named.`
          : 'What somebody has changed about them after the import is lost. Those with a conversation, a note or a label are kept all the same.'}
      </ConfirmDialog>
    </>
  );
}
