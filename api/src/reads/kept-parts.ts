import { LRUCache } from 'lru-cache';

/** Of a statement; what is kept stands in it where something is. */
export interface AnsweredRow {
  answer: string;
  /** Of the last event that the row knows of. */
  seq?: number;
  /** JSON. */
  parts?: string;
}

interface Known {
  seq: number;
  parts: string;
  /** Whether it was still so when it was last asked for: then it most likely is, and nothing has to be counted. */
  isSteady: boolean;
}

/** Units: characters; milliseconds, after which what somebody has changed past Atrium is seen. */
const [mostText, keptForMs] = [5_000_000, 60_000];

/**
 * Parts of answers that rest on a tenant's rows alone, each with the number of the last event by then. All that Atrium writes has an event in
 * its transaction, and numbers become visible in their order (`appendEvents`): a statement that sees the same number sees the same rows.
 */
export class KeptParts {
  private readonly parts = new LRUCache<string, Known>({ maxSize: mostText, ttl: keptForMs });

  /** `place`: of the tenant, with the question and all that it depends on. */
  get(place: string): Known | undefined {
    return this.parts.get(place);
  }

  learn(place: string, { seq, parts }: AnsweredRow): void {
    if (seq === undefined || parts === undefined) return;
    const known = this.parts.peek(place);
    if (known?.seq === seq) known.isSteady = true;
    else this.parts.set(place, { seq, parts, isSteady: false }, { size: place.length + parts.length });
  }
}
