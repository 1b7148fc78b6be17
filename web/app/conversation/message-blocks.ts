interface Numbered {
  number: number;
}

/** Some messages that follow each other: the unit in which a long thread is shown and let go. */
export interface MessageBlock<T> {
  /** The same for the same messages, whatever is loaded before or arrives after them. */
  key: number;
  messages: readonly T[];
  /** The message before its first one, as far as it is loaded. */
  previous: T | undefined;
}

/** About a window's height: more would make each arrival dear, less would make many elements that hold nothing. */
const blockSize = 16;

export const blockOf = ({ number }: Numbered): number => Math.floor(number / blockSize);

/** Cut by the messages' numbers, so that older ones that are loaded above move no message from its block to another. */
export function inBlocks<T extends Numbered>(messages: readonly T[]): MessageBlock<T>[] {
  const blocks: { key: number; messages: T[]; previous: T | undefined }[] = [];
  let previous: T | undefined;
  for (const message of messages) {
    const key = blockOf(message);
    const last = blocks.at(-1);
    if (last?.key === key) last.messages.push(message);
    else blocks.push({ key, messages: [message], previous });
    previous = message;
  }
  return blocks;
}

/** Whether both hold the very same messages, though in other arrays. */
export const isSameBlock = <T>(one: MessageBlock<T>, other: MessageBlock<T>): boolean =>
  one.key === other.key &&
  one.previous === other.previous &&
  one.messages.length === other.messages.length &&
  one.messages.every((message, index) => message === other.messages[index]);
