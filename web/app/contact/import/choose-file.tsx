import { FileSpreadsheet } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { classNames } from '../../ui/class-names';

interface ChooseFileProps {
  onChoose: (file: File) => void;
  title?: string;
  hint?: string;
  error: string | null;
}

/** A file that is dropped or picked. */
export function ChooseFile({
  onChoose,
  title = 'Drop a CSV file here',
  hint = 'From any spreadsheet or program: whatever its delimiter and encoding, up to a million rows. Nothing is written before you have seen what will become of each row.',
  error,
}: ChooseFileProps) {
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by the keyboard
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onChoose(file);
      }}
      className={classNames(
        'm-5 flex flex-col items-center gap-4 rounded-control border border-dashed px-6 py-10 text-center',
        isOver ? 'border-accent bg-accent-soft' : 'border-control',
      )}
    >
      <span
        aria-hidden="true"
        className="flex size-11 items-center justify-center rounded-card bg-sunken text-ink-muted"
      >
        <FileSpreadsheet className="size-5" />
      </span>
      <div className="flex max-w-md flex-col gap-1">
        <p className="font-semibold text-ink">{title}</p>
        <p className="text-balance text-ink-muted">{hint}</p>
      </div>
      <Button variant="primary" onClick={() => field.current?.click()}>
        Choose a file
      </Button>
      <input
        ref={field}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        aria-label="CSV file"
        tabIndex={-1}
        className="sr-only"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same one again is a choice as well.
          target.value = '';
          if (file) onChoose(file);
        }}
      />
      {error && (
        <p role="alert" className="text-danger-ink">
          {error}
        </p>
      )}
    </div>
  );
}
