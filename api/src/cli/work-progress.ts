import { SingleBar } from 'cli-progress';

const format = '{step} {bar} {percentage} % | {rate}/s | {left} left';

/** How far work is that is counted in rows, with its rate and the time left: a bar in a terminal, nothing where nobody watches. */
export class WorkProgress {
  private bar: SingleBar | null = null;
  private step = '';
  private since = 0;

  constructor(private readonly isShown = process.stderr.isTTY) {}

  readonly show = (done: number, total: number, step: string): void => {
    if (!this.isShown || total === 0) return;
    if (step !== this.step) this.begin(total, step);
    const seconds = (performance.now() - this.since) / 1_000;
    const rate = seconds > 0 ? done / seconds : 0;
    const left = rate > 0 ? `${Math.ceil((total - done) / rate)} s` : '…';
    this.bar?.update(done, { step, rate: Math.round(rate).toLocaleString('en'), left });
  };

  end(): void {
    this.bar?.stop();
  }

  private begin(total: number, step: string): void {
    this.bar?.stop();
    this.step = step;
    this.since = performance.now();
    this.bar = new SingleBar({ format, hideCursor: true, stream: process.stderr });
    this.bar.start(total, 0, { step, rate: '0', left: '…' });
  }
}
