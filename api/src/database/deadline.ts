/**
 * By when the other side has to answer. What has arrived while this process itself was busy is read first: then it is not the other side
 * that is late.
 */
export class Deadline {
  private turn = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(ms: number, onLate: () => void) {
    this.timer = setTimeout(() => {
      const { turn } = this;
      setImmediate(() => {
        if (turn === this.turn) onLate();
      });
    }, ms);
  }

  /** From now on as long again. */
  refresh(): void {
    this.turn += 1;
    this.timer.refresh();
  }

  stop(): void {
    this.turn += 1;
    clearTimeout(this.timer);
  }
}
