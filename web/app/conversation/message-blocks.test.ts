import { inBlocks, isSameBlock } from './message-blocks';

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ number: from + index }));

test('every message is in one block, in order, and each block knows what came before it', () => {
  const messages = numbered(1, 100);

  const blocks = inBlocks(messages);

  expect(blocks.flatMap((block) => block.messages)).toEqual(messages);
  expect(blocks[0]?.previous).toBeUndefined();
  for (const [index, block] of blocks.slice(1).entries()) expect(block.previous).toBe(blocks[index]?.messages.at(-1));
});

test('what is loaded above or arrives below leaves the blocks between as they are', () => {
  const messages = numbered(1, 200);

  const before = inBlocks(messages.slice(100, 180));
  const after = inBlocks(messages);

  const inside = before.slice(1, -1);
  expect(inside.length).toBeGreaterThan(2);
  for (const block of inside) {
    const same = after.find(({ key }) => key === block.key);
    expect(same && isSameBlock(same, block)).toBe(true);
  }
});

test('a block with another message, or another one before it, is another block', () => {
  const [one, two] = [{ number: 1 }, { number: 2 }];
  const block = { key: 0, messages: [one], previous: undefined };

  expect(isSameBlock(block, { ...block, messages: [one] })).toBe(true);
  expect(isSameBlock(block, { ...block, messages: [one, two] })).toBe(false);
  expect(isSameBlock(block, { ...block, messages: [{ number: 1 }] })).toBe(false);
  expect(isSameBlock(block, { ...block, previous: two })).toBe(false);
});
