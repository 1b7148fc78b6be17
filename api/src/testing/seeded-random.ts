/** Numbers from 0 to 1 that are the same for the same seed. Source: Mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export class Chance {
  constructor(private readonly random: () => number) {}

  /** So many times in a hundred. */
  percent(share: number): boolean {
    return this.random() * 100 < share;
  }

  /** From 0 to one less than `limit`. */
  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  some<Item>(items: readonly Item[], share: number): Item[] {
    return items.filter(() => this.percent(share));
  }
}
