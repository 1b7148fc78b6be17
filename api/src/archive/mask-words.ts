import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';

const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';

/** Words that were met lately are not computed again. */
const mostRemembered = 50_000;

const runs = /[\p{L}\p{M}]+|\p{N}+/gu;

/**
 * Puts invented words and numbers in the place of real ones: of the same length and case, the same one for the same word wherever it stands,
 * and none of them without the secret.
 */
export class WordMask {
  private readonly known = new LRUCache<string, string>({ max: mostRemembered });

  constructor(private readonly secret: string) {}

  /** Whatever is neither letter nor digit stays, line breaks too. */
  text(text: string): string {
    return text.replace(runs, (run) => this.run(run));
  }

  /** So many bytes that stand for the value, and tell nothing of it. */
  bytes(kind: string, value: string): Buffer {
    return createHmac('sha256', this.secret).update(`${kind}\0${value}`).digest();
  }

  private run(run: string): string {
    const known = this.known.get(run);
    if (known !== undefined) return known;
    const invented = /\p{N}/u.test(run) ? this.digits(run) : this.word(run);
    this.known.set(run, invented);
    return invented;
  }

  private word(run: string): string {
    const letters = [...run];
    return this.unlike(run, 'word', run.toLowerCase(), (numbers) =>
      letters
        .map((letter, i) => {
          const set = i % 2 === 0 ? consonants : vowels;
          const next = set[(numbers[i % numbers.length] ?? 0) % set.length] ?? 'a';
          return letter === letter.toLowerCase() ? next : next.toUpperCase();
        })
        .join(''),
    );
  }

  private digits(run: string): string {
    return this.unlike(run, 'digits', run, (numbers) =>
      [...run].map((_, i) => String((numbers[i % numbers.length] ?? 0) % 10)).join(''),
    );
  }

  /** Never the word itself, which a short one would be now and then. */
  private unlike(run: string, kind: string, value: string, invent: (numbers: Buffer) => string): string {
    for (let attempt = 0; ; attempt += 1) {
      const invented = invent(this.bytes(`${kind} ${attempt}`, value));
      if (invented !== run) return invented;
    }
  }
}
