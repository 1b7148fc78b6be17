import type { ImportOutcome, ImportRowInput, OnDuplicate } from '../../generated/graphql';
import { hashOf } from './hash';

/** Units: entries, of which each is a key and a value of eight bytes. */
const firstSize = 1 << 16;

/** Numbers by numbers, 16 bytes each and no objects: a million rows have three million keys. */
class NumberMap {
  private keys = new Float64Array(firstSize);
  private values = new Float64Array(firstSize);
  private count = 0;

  get(key: number): number | undefined {
    const at = this.placeOf(key);
    return this.keys[at] === key ? this.values[at] : undefined;
  }

  set(key: number, value: number): void {
    const at = this.placeOf(key);
    if (this.keys[at] !== key) this.count += 1;
    this.keys[at] = key;
    this.values[at] = value;
    if (this.count > this.keys.length / 2) this.grow();
  }

  /** Its own, or the empty one where it would stand. 0 is no key. */
  private placeOf(key: number): number {
    const { length } = this.keys;
    let at = key % length;
    while (this.keys[at] !== 0 && this.keys[at] !== key) at = (at + 1) % length;
    return at;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.values = new Float64Array(keys.length * 2);
    this.count = 0;
    for (const [index, key] of keys.entries()) if (key !== 0) this.set(key, values[index] ?? 0);
  }
}

/** What a dry run has gone through, since the API knows a batch of it at a time: by their keys, rows that an earlier row is about already. */
export class SeenRows {
  private readonly contents = new NumberMap();

  private readonly onDuplicate: OnDuplicate;

  constructor(onDuplicate: OnDuplicate) {
    this.onDuplicate = onDuplicate;
  }

  /** What would become of a row, behind all those that were seen; `outcome`: what the API says of it. */
  outcomeOf(row: ImportRowInput, outcome: ImportOutcome): ImportOutcome {
    if (outcome === 'REFUSED' || this.onDuplicate === 'CREATE') return outcome;
    const keys = keysOf(row);
    const earlier = keys.map((key) => this.contents.get(key)).find((content) => content !== undefined);
    const content = contentOf(row);
    for (const key of keys) this.contents.set(key, content);
    if (earlier === undefined || outcome === 'SKIPPED' || outcome === 'UNCHANGED') return outcome;
    if (this.onDuplicate === 'SKIP') return 'SKIPPED';
    return earlier === content ? 'UNCHANGED' : 'CHANGED';
  }
}

function keysOf({ externalId, email, phone }: ImportRowInput): number[] {
  if (externalId) return [hashOf(`id ${externalId}`)];
  const digits = phone?.replace(/^00/, '+').replace(/[^+\d]/g, '');
  return [...(email ? [hashOf(`email ${email.toLowerCase()}`)] : []), ...(digits ? [hashOf(`phone ${digits}`)] : [])];
}

const contentOf = ({ number: _, ...row }: ImportRowInput): number => hashOf(JSON.stringify(row));
