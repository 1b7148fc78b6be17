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

interface Keys {
  /** 0 for none, as the others. */
  externalId: number;
  email: number;
  phone: number;
}

const shared = ['email', 'phone'] as const;
/** Of a contact that was there before the file: the API alone knows. */
const unknown = -1;

/** What a dry run has gone through, since the API knows a batch of it at a time: by their keys, rows that an earlier row is about already. */
export class SeenRows {
  /** Of each key, which contact is found by it; and which by a row with an external id that nobody has yet. */
  private readonly all = new NumberMap();
  private readonly nameless = new NumberMap();
  /** Of each contact, its keys, and what the last row about it says. */
  private readonly contacts: Record<keyof Keys | 'content', number[]> = {
    externalId: [],
    email: [],
    phone: [],
    content: [],
  };

  private readonly onDuplicate: OnDuplicate;

  constructor(onDuplicate: OnDuplicate) {
    this.onDuplicate = onDuplicate;
  }

  /** What would become of a row, behind all those that were seen; `outcome`: what the API says of it. */
  outcomeOf(row: ImportRowInput, outcome: ImportOutcome): ImportOutcome {
    if (outcome === 'REFUSED' || this.onDuplicate === 'CREATE') return outcome;
    const [keys, content] = [keysOf(row), contentOf(row)];
    const found = this.find(keys);
    if (found === undefined) {
      const contact = this.contacts.content.push(content) - 1;
      this.contacts.externalId[contact] = outcome === 'CREATED' ? 0 : unknown;
      this.take(contact, keys);
      return outcome;
    }
    const earlier = this.contacts.content[found];
    if (this.onDuplicate !== 'SKIP') {
      this.contacts.content[found] = content;
      this.take(found, keys);
    }
    if (outcome === 'SKIPPED' || outcome === 'UNCHANGED') return outcome;
    if (this.onDuplicate === 'SKIP') return 'SKIPPED';
    return earlier === content ? 'UNCHANGED' : 'CHANGED';
  }

  /** By the API's own rule: a contact with another external id is somebody else. */
  private find({ externalId, ...keys }: Keys): number | undefined {
    const named = externalId === 0 ? undefined : this.all.get(externalId);
    if (named !== undefined) return named;
    for (const field of shared) {
      const found = keys[field] === 0 ? undefined : (externalId === 0 ? this.all : this.nameless).get(keys[field]);
      if (found !== undefined && this.isBy(found, field, keys[field], externalId !== 0)) return found;
    }
    return undefined;
  }

  private isBy(contact: number, field: 'email' | 'phone', key: number, isNameless: boolean): boolean {
    return this.contacts[field][contact] === key && (!isNameless || this.contacts.externalId[contact] === 0);
  }

  /** An external id is filled in and never replaced, the others as the rule for duplicates says; of several, the first is found. */
  private take(contact: number, keys: Keys): void {
    const { externalId } = this.contacts;
    if (keys.externalId !== 0 && (externalId[contact] ?? 0) <= 0) {
      externalId[contact] = keys.externalId;
      this.all.set(keys.externalId, contact);
    }
    for (const field of shared) {
      const [of, key] = [this.contacts[field], keys[field]];
      of[contact] ??= 0;
      if (key === 0 || (of[contact] !== 0 && this.onDuplicate !== 'OVERWRITE')) continue;
      of[contact] = key;
      for (const [map, isNameless] of [
        [this.all, false],
        [this.nameless, true],
      ] as const) {
        const first = map.get(key);
        if (first !== undefined && this.isBy(first, field, key, isNameless)) continue;
        if (this.isBy(contact, field, key, isNameless)) map.set(key, contact);
      }
    }
  }
}

function keysOf({ externalId, email, phone }: ImportRowInput): Keys {
  const digits = phone?.replace(/^00/, '+').replace(/[^+\d]/g, '');
  return {
    externalId: externalId ? hashOf(`id ${externalId}`) : 0,
    email: email ? hashOf(`email ${email.toLowerCase()}`) : 0,
    phone: digits ? hashOf(`phone ${digits}`) : 0,
  };
}

const contentOf = ({ number: _, ...row }: ImportRowInput): number => hashOf(JSON.stringify(row));
