import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { formatPlural } from '../../ui/format';

interface ListNewsProps {
  /** Contacts that are not in the list yet. */
  newCount: number;
  /** Contacts that wrote, and whose row would move. */
  wroteCount: number;
  onShow: () => Promise<void>;
}

/** Rows do not jump in or move under the pointer: they are announced, and shown when asked for. */
export function ListNews({ newCount, wroteCount, onShow }: ListNewsProps) {
  const [isBusy, setIsBusy] = useState(false);
  const news = [
    newCount > 0 && formatPlural(newCount, 'new contact'),
    wroteCount > 0 && formatPlural(wroteCount, 'contact wrote', 'contacts wrote'),
  ].filter((part) => part !== false);
  const show = async () => {
    setIsBusy(true);
    await onShow();
    setIsBusy(false);
  };
  return (
    <div role="status">
      {news.length > 0 && (
        <div className="flex items-center justify-center gap-3 border-line border-b bg-accent-soft px-4 py-2 text-accent-ink">
          {news.join(' · ')}
          <Button size="small" icon={<RotateCw aria-hidden="true" />} isBusy={isBusy} onClick={() => void show()}>
            Show
          </Button>
        </div>
      )}
    </div>
  );
}
