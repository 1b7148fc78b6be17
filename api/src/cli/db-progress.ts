import { SingleBar } from 'cli-progress';

/** How far a command is: a bar in a terminal, nothing in a log, where the last line alone counts. */
export class DbProgress {
  private bar: SingleBar | null = null;

  constructor(
    private readonly label: string,
    private readonly isTerminal = process.stdout.isTTY,
  ) {}

  show(done: number, total: number): void {
    if (!this.isTerminal || total === 0) return;
    if (!this.bar) {
      this.bar = new SingleBar({ format: `${this.label} {bar} {value} of {total}`, hideCursor: true });
      this.bar.start(total, done);
    }
    this.bar.update(done);
  }

  end(): void {
    this.bar?.stop();
  }
}
