import { ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { ActionKeys } from '../../actions/action-keys';
import { useActions } from '../../actions/provider';
import { formatCount } from '../../ui/format';
import { Spinner } from '../../ui/spinner';

interface InboxNewsProps {
  count: number;
  /** Reads the list again. */
  onTakeIn: () => Promise<unknown>;
}

/** What changed above is told, and taken in when its reader wants: by a click, or by its key. */
export function InboxNews({ count, onTakeIn }: InboxNewsProps) {
  const [isBusy, setIsBusy] = useState(false);
  const takeIn = () => {
    setIsBusy(true);
    void onTakeIn().finally(() => setIsBusy(false));
  };
  useActions({ 'list.refresh': count > 0 && !isBusy && takeIn });
  return (
    <div role="status">
      {count > 0 && (
        <button
          type="button"
          onClick={takeIn}
          className="flex min-h-9 w-full items-center justify-center gap-2 border-line border-b bg-accent-soft px-4 font-medium text-accent-ink text-detail hover:underline focus-visible:-outline-offset-2 max-md:min-h-11"
        >
          {isBusy ? <Spinner /> : <ArrowUp aria-hidden="true" className="size-4" />}
          {formatCount(count)} new
          <ActionKeys action="list.refresh" />
        </button>
      )}
    </div>
  );
}
