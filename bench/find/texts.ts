import type { Client } from 'pg';
import { wordsOfRank } from './rows';

export interface Sought {
  what: string;
  /** Asked for in turn, so that no answer is of the one before. */
  texts: readonly string[];
}

const variants = 12;
const from = (rank: number, step = 1): number[] => Array.from({ length: variants }, (_, n) => rank + n * step);

/** What somebody types, whole and on the way there. */
export async function soughtTexts(client: Client): Promise<Sought[]> {
  const words = (ranks: number[]) => wordsOfRank(client, ranks);
  const [common, frequent, usual, rare] = [
    await words(from(1)),
    await words(from(200, 10)),
    await words(from(3_000, 100)),
    await words(from(40_000, 500)),
  ];
  const both = (one: string[], other: string[]) => one.map((word, n) => `${word} ${other[n]}`);
  const names = ['papadakis', 'okafor', 'zimmer', 'lindqvist', 'moreau', 'tanaka', 'ulrich', 'weber', 'novak', 'quist'];
  return [
    { what: 'a rare word', texts: rare },
    { what: 'a usual word', texts: usual },
    { what: 'a frequent word', texts: frequent },
    { what: 'a common word', texts: common },
    { what: 'part of a word', texts: usual.map((word) => word.slice(2)) },
    { what: 'two words, common and rare', texts: both(common, rare) },
    { what: 'two frequent words', texts: both(frequent, [...frequent].reverse()) },
    { what: 'a name', texts: names },
    { what: 'a person', texts: names.map((name, n) => `ann ${name} ${n + 1}`) },
    { what: 'three letters of a name', texts: names.map((name) => name.slice(0, 3)) },
    { what: 'two letters', texts: names.map((name) => name.slice(0, 2)) },
    { what: 'nothing', texts: from(1).map((n) => `nobody at all ${n}`) },
  ];
}
