import { type ReactNode, useState } from 'react';
import { classNames } from '../ui/class-names';

/** Units: characters, and lines as they were written. Beyond either, a message would fill the window. */
const [mostCharacters, mostLines] = [1_500, 20];

const isLong = (text: string): boolean => text.length > mostCharacters || text.split('\n').length > mostLines;

interface LongTextProps {
  /** As it was written. */
  text: string;
  /** As it is shown. */
  children: ReactNode;
}

/** Shows the beginning of a long text, and all of it to whoever wants it. */
export function LongText({ text, children }: LongTextProps) {
  const [isFolded, setIsFolded] = useState(true);
  if (!isLong(text)) return children;
  return (
    <>
      <span className={classNames('block', isFolded && 'line-clamp-[20]')}>{children}</span>
      <button
        type="button"
        aria-expanded={!isFolded}
        onClick={() => setIsFolded(!isFolded)}
        className="mt-1 flex items-center rounded-xs font-medium text-detail underline underline-offset-2 max-md:min-h-10"
      >
        {isFolded ? 'Show all of it' : 'Show less'}
      </button>
    </>
  );
}
