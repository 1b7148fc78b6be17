/** Takes so many bytes at a time from pieces of any size. */
export class ByteReader {
  /** How many have been taken. */
  at = 0;
  private held = Buffer.alloc(0);
  private readonly pieces: AsyncIterator<Buffer>;

  constructor(source: AsyncIterable<Buffer>) {
    this.pieces = source[Symbol.asyncIterator]();
  }

  /** Null where fewer are left. */
  async take(count: number): Promise<Buffer | null> {
    if (!(await this.hold(count))) return null;
    const taken = this.held.subarray(0, count);
    this.held = this.held.subarray(count);
    this.at += count;
    return taken;
  }

  /** Whether nothing is left. */
  async isOver(): Promise<boolean> {
    return !(await this.hold(1));
  }

  private async hold(count: number): Promise<boolean> {
    const more: Buffer[] = [this.held];
    let size = this.held.length;
    while (size < count) {
      const { value, done } = await this.pieces.next();
      if (done) break;
      more.push(value);
      size += value.length;
    }
    if (more.length > 1) this.held = Buffer.concat(more, size);
    return size >= count;
  }
}
