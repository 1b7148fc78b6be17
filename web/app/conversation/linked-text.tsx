import { classNames } from '../ui/class-names';
import { splitLinks } from './links';
import { splitMentions } from './mentions';

/** A stranger's plain text, as it was written; web addresses can be followed. */
export const LinkedText = ({ text }: { text: string }) =>
  splitLinks(text).map((part, index) =>
    part.kind === 'link' ? (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
        key={index}
        href={part.url}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="underline underline-offset-2"
      >
        {part.text}
      </a>
    ) : (
      part.text
    ),
  );

interface NoteTextProps {
  text: string;
  mentions: readonly { id: string; name: string }[];
  viewerId: string | undefined;
}

/** A colleague's words, in which those who are mentioned stand out, the reader most. */
export const NoteText = ({ text, mentions, viewerId }: NoteTextProps) =>
  splitMentions(text, mentions).map(({ text: part, mention }, index) =>
    mention ? (
      <strong
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
        key={index}
        className={classNames(
          'rounded-xs px-0.5 font-semibold',
          mention.id === viewerId ? 'bg-accent text-on-accent' : 'bg-accent-soft text-accent-ink',
        )}
      >
        {part}
      </strong>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <LinkedText key={index} text={part} />
    ),
  );
