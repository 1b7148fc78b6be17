import type { ExportedFile, ExportedList } from './export';
import type { FileFormat } from './formats';

/** A list as a file, piece by piece: nothing is read before the piece before it was taken. */
export class ExportFile implements ExportedFile {
  /** How many rows were handed out. */
  private count = 0;

  constructor(
    private readonly list: ExportedList,
    private readonly format: FileFormat,
  ) {}

  get told(): string {
    return `${this.count} as ${this.format.name}`;
  }

  async *pieces(): AsyncGenerator<string, void> {
    let head = this.format.head(this.list);
    for await (const rows of this.list.pages) {
      this.count += rows.length;
      yield head + this.format.rows(this.list, rows);
      head = '';
    }
  }
}
