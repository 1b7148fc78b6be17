import { SingleBar } from 'cli-progress';

/** Units: milliseconds. */
const [lineEveryMs, rateOverMs] = [10_000, 1_000];

/** How far a command is, with rate and time left, on the error output: a bar in a terminal, a line now and then in a log. */
export class Progress {
  private bar: SingleBar | null = null;
  private startedAt = 0;
  private lastLineAt = 0;

  constructor(
    private readonly label: string,
    private readonly output: { isTTY?: boolean; write(text: string): unknown } = process.stderr,
  ) {}

  /** The first call begins the time. */
  show(done: number, total: number, now = Date.now()): void {
    if (total === 0) return;
    if (this.startedAt === 0) this.startedAt = this.lastLineAt = now;
    const rate = done / Math.max((now - this.startedAt) / rateOverMs, 0.001);
    const left = rate > 0 ? durationOf((total - done) / rate) : 'unknown';
    if (this.output.isTTY) this.draw(done, total, rate, left);
    else if (now - this.lastLineAt >= lineEveryMs) {
      this.lastLineAt = now;
      this.output.write(`${this.label}: ${done} of ${total}, ${rate.toFixed(0)} a second, ${left} left\n`);
    }
  }

  end(): void {
    this.bar?.stop();
  }

  private draw(done: number, total: number, rate: number, left: string): void {
    const shown = { rate: rate.toFixed(0), left };
    if (!this.bar) {
      const format = `${this.label} {bar} {value} of {total}, {rate} a second, {left} left`;
      this.bar = new SingleBar({ format, hideCursor: true });
      this.bar.start(total, done, shown);
    }
    this.bar.update(done, shown);
  }
}

/** Units: seconds in; `1 h 2 min`, `3 min 4 s`, `5 s` out. */
export function durationOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}
