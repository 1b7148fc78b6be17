import { useApolloClient } from '@apollo/client/react';
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Import_ImportFragment } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { downloadBlob } from '../../ui/download';
import { formatCount, formatPlural } from '../../ui/format';
import { useToast } from '../../ui/toaster';
import type { KeptFile } from './kept-file';
import { useRows } from './use-rows';

/** The rows that were refused, with why; and as a file of the same columns, to be mended and imported again. */
export function RefusedRows({ of, kept }: { of: Import_ImportFragment; kept: KeptFile | null }) {
  const { rows, isBusy, read } = useRows({ id: of.id, outcome: ['REFUSED'] });
  return (
    <div className="flex flex-col gap-3 border-line border-b px-5 py-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="font-medium text-ink">{formatPlural(of.refusedCount, 'refused row')}</h3>
        <div className="flex flex-wrap gap-2">
          {rows.length === 0 && (
            <Button variant="quiet" isBusy={isBusy} onClick={() => void read()}>
              Show why
            </Button>
          )}
          {kept && <DownloadButton kept={kept} name={of.name} />}
        </div>
      </div>
      {rows.length > 0 && (
        <ol aria-label="Refused rows" className="flex flex-col gap-1 text-detail">
          {rows.map(({ number, userErrors }) => (
            <li key={number} className="flex gap-3">
              <span className="shrink-0 text-ink-muted tabular-nums">Row {formatCount(number)}</span>
              <span className="min-w-0 text-ink [overflow-wrap:anywhere]">
                {userErrors.map(({ message }) => message).join(' ')}
              </span>
            </li>
          ))}
          {of.refusedCount > rows.length && (
            <li className="text-ink-muted">and {formatCount(of.refusedCount - rows.length)} more</li>
          )}
        </ol>
      )}
    </div>
  );
}

function DownloadButton({ kept, name }: { kept: KeptFile; name: string }) {
  const client = useApolloClient();
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    setIsBusy(true);
    try {
      const { refusedFile } = await import('./refused-file');
      downloadBlob(`${name.replace(/\.\w+$/, '')}-refused.csv`, await refusedFile(client, kept));
    } catch {
      toast({ text: 'The refused rows could not be read. Try again.', tone: 'danger' });
    }
    setIsBusy(false);
  };
  return (
    <Button icon={<Download aria-hidden="true" />} isBusy={isBusy} onClick={() => void save()}>
      Download refused rows
    </Button>
  );
}
