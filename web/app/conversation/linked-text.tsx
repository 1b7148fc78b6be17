import { splitLinks } from './links';

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
