import { Download } from 'lucide-react';
import type { ErasureReceipt_ReceiptFragment } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { download } from '../../ui/download';
import { receiptText, removedWords } from './receipt-words';

/** What was removed, where it may still be, and what remains; to be kept as a file. */
export const Receipt = ({ receipt }: { receipt: ErasureReceipt_ReceiptFragment }) => (
  <div className="flex flex-col gap-4">
    <Part title="Removed for good" sentences={receipt.removed.map(removedWords)} />
    <Part title="Backups" sentences={[receipt.backups]} />
    <Part title="What remains" sentences={receipt.remains} />
    <Button
      size="small"
      icon={<Download aria-hidden="true" />}
      onClick={() => download(`erasure-${receipt.id}.txt`, receiptText(receipt))}
      className="self-start"
    >
      Download receipt
    </Button>
  </div>
);

const Part = ({ title, sentences }: { title: string; sentences: readonly string[] }) => (
  <section className="flex flex-col gap-1">
    <h3 className="font-semibold text-detail text-ink">{title}</h3>
    <ul className="flex list-disc flex-col gap-0.5 pl-5 text-ink-muted">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </section>
);
