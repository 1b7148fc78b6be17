/** What an operation writes where it is acknowledged. */
export interface Effect {
  conversationId: string;
  /** A column, a label by its id, or what one member has read. */
  field: string;
  value: string;
  /** It is written only where there was nothing. */
  isConditional?: true;
}

interface Written extends Effect {
  /** From sending to the answer: it was committed at some moment between. Units: milliseconds. */
  from: number;
  to: number;
}

/** A line that was acknowledged. */
export interface Line {
  conversationId: string;
  id: string;
  number: number;
  content: string;
}

/** All acknowledged writes of all members. */
export class Ledger {
  readonly lines: Line[] = [];
  /** By conversation and field. */
  private readonly written = new Map<string, Written[]>();
  private readonly numbers = new Map<string, number>();

  add(effects: readonly Effect[], from: number, to: number): void {
    for (const effect of effects) {
      const key = keyOf(effect.conversationId, effect.field);
      const all = this.written.get(key) ?? [];
      all.push({ ...effect, from, to });
      this.written.set(key, all);
    }
  }

  addLine(line: Line): void {
    this.lines.push(line);
    this.numbers.set(line.conversationId, Math.max(line.number, this.lastNumber(line.conversationId)));
  }

  /** Of the lines that somebody has been told of; 0 before the first. */
  lastNumber(conversationId: string): number {
    return this.numbers.get(conversationId) ?? 0;
  }

  /** Of the field: what the last of the writes left. More than one where the last ones were under way at the same time. */
  lastValues(conversationId: string, field: string, atFirst: string): Set<string> {
    const first: Written = { conversationId, field, value: atFirst, from: -1, to: -1 };
    const all = [first, ...(this.written.get(keyOf(conversationId, field)) ?? [])];
    const latest = Math.max(...all.filter(({ isConditional }) => !isConditional).map(({ from }) => from));
    return new Set(all.filter(({ to }) => to >= latest).map(({ value }) => value));
  }

  get fields(): readonly { conversationId: string; field: string }[] {
    return [...this.written.values()].flatMap(([one]) => (one ? [one] : []));
  }
}

const keyOf = (conversationId: string, field: string): string => `${conversationId} ${field}`;
