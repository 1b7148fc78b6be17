import { Fragment } from 'react';

/** An address or a name of a program's that breaks where it has joints, behind `@` and `_` and before a point, rather than within a word. */
export const BreakableText = ({ text }: { text: string }) =>
  text.split(/(?<=[@_])|(?=[.])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, always in its order
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
