import { Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../../ui/button';
import { CopyButton } from '../../ui/copy-button';
import { download } from '../../ui/download';

const fileName = 'atrium-recovery-codes.txt';

/** Shown this once; whoever has just confirmed something is led to them. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (codes.length > 0) heading.current?.focus();
  }, [codes]);
  const text = `${codes.join('\n')}\n`;
  return (
    <section
      aria-labelledby="recovery-codes"
      className="flex flex-col gap-3 self-stretch rounded-control bg-accent-soft px-3 py-2.5 text-accent-ink"
    >
      <h3 id="recovery-codes" ref={heading} tabIndex={-1} className="font-semibold">
        Your recovery codes
      </h3>
      <p>Each opens your account once when you do not have your telephone. They are shown this once: keep them safe.</p>
      <ol className="grid gap-x-6 gap-y-1 rounded-sm border border-line bg-surface px-3 py-2 font-mono text-detail text-ink sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex items-center gap-2">
        <Button
          size="small"
          icon={<Download aria-hidden="true" />}
          onClick={() => download(fileName, `Recovery codes for Atrium\n\n${text}`)}
        >
          Download
        </Button>
        <CopyButton text={text} what="recovery codes" className="size-8" />
      </div>
    </section>
  );
}
