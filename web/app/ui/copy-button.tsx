import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from './icon-button';
import { useToast } from './toaster';

const confirmMs = 2_000;

interface CopyButtonProps {
  text: string;
  /** What is copied: "email address". */
  what: string;
  className?: string;
}

export function CopyButton({ text, what, className }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  const toast = useToast();
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), confirmMs);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const copy = async () => {
    try {
      // Absent where the page came over plain HTTP from another machine.
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      toast({ text: 'The browser does not allow copying here. Select the text and copy it by hand.', tone: 'danger' });
    }
  };
  return (
    <>
      <IconButton
        label={`Copy the ${what}`}
        icon={isCopied ? <Check aria-hidden="true" className="text-accent-ink" /> : <Copy aria-hidden="true" />}
        onClick={() => void copy()}
        className={className}
      />
      <span role="status" className="sr-only">
        {isCopied && 'Copied'}
      </span>
    </>
  );
}
