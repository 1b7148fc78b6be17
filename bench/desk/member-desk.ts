import type { Effect, Ledger } from './ledger';
import type { DeskWorld, Member } from './world';

const hot = 10;

/** One member at the desk, whose operations follow one another. */
export class MemberDesk {
  private readonly read = new Map<string, number>();
  private lines = 0;

  constructor(
    readonly world: DeskWorld,
    readonly member: Member,
    readonly ledger: Ledger,
  ) {}

  /** Half of the time one of a few, over which members meet. */
  conversation(): string {
    const { conversationIds } = this.world;
    return pick(Math.random() < 0.5 ? conversationIds.slice(0, hot) : conversationIds);
  }

  /** That no other line has. */
  newContent(what: string): string {
    this.lines += 1;
    return `${what} ${this.lines} of ${this.member.name}`;
  }

  lastRead(conversationId: string): number {
    return this.read.get(conversationId) ?? 0;
  }

  /** To be called when it is acknowledged. */
  hasRead(conversationId: string, number: number): void {
    this.read.set(conversationId, number);
  }

  reading(conversationId: string, number: number): Effect {
    return { conversationId, field: `read ${this.member.id}`, value: String(number) };
  }
}

export const pick = <Value>(values: readonly Value[]): Value =>
  values[Math.floor(Math.random() * values.length)] as Value;

export const someOf = <Value>(values: readonly Value[], share: number): Value[] =>
  values.filter(() => Math.random() < share);
