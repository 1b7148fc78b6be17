import { asJson, nameOf, typeName } from './json-sql';
import { NotInSql } from './not-in-sql';
import type { Piece } from './pieces';
import type { RowSource } from './reads';
import { partsOf, type Selected, type Selection } from './selection';

type PagePiece = Piece & { kind: 'page' };

export interface RowWriter {
  /** A SELECT without FROM, over the alias of the type's rows. */
  columns(selection: Selection): string;
  sourceOf(type: string): RowSource;
}

/**
 * A connection: the noun's list statement, numbered in reading direction; beside each row the objects that are made of it, aggregated to
 * the columns of `g`, which the connection's own fields are written over.
 */
export function pageValue(rows: RowWriter, selected: Selected, piece: PagePiece): string {
  const page = new PageWriter(rows, piece);
  const fields = partsOf(selected).map((part) => `${page.value(part)} as ${nameOf(part)}`);
  return asJson(`${piece.list.with ?? ''} select ${fields.join(', ')} ${page.from}`);
}

class PageWriter {
  private readonly alias: string;
  private readonly laterals: string[] = [];
  private readonly aggregates: string[] = [];

  constructor(
    private readonly rows: RowWriter,
    private readonly piece: PagePiece,
  ) {
    this.alias = rows.sourceOf(piece.type).alias;
  }

  /** When all parts are written. */
  get from(): string {
    // Where no row is asked for, none is read; the list still has to stand there, since each value has its parameter in it.
    if (this.aggregates.length === 0) return `where true or exists (${this.piece.list.text})`;
    const aggregates = this.aggregates.map((aggregate, i) => `${aggregate} as a${i}`).join(', ');
    const rows = aggregates.includes('.page_rows') ? ', count(*) over () as page_rows' : '';
    const numbered = `select p.*, row_number() over () as page_row${rows} from (${this.piece.list.text}) p`;
    return `from (select ${aggregates} from (${numbered}) ${this.alias} ${this.laterals.join(' ')}) g`;
  }

  value(part: Selected): string {
    switch (part.field?.name) {
      case undefined:
        return typeName(part);
      case 'nodes':
        return this.list(this.node(part));
      case 'edges':
        return this.list(this.edge(part));
      case 'pageInfo':
        return asJson(`select ${partsOf(part).map((info) => `${this.info(info)} as ${nameOf(info)}`)}`);
      case 'totalCount':
        return this.piece.counts[part.key] ?? 'null';
      default:
        throw new NotInSql(`a connection's ${part.field?.name}`);
    }
  }

  private list(row: string): string {
    const { size, isBackward } = this.piece.list.page;
    const order = isBackward ? ` order by ${this.alias}.page_row desc` : '';
    return this.aggregate(
      `coalesce(json_agg(${row}${order}) filter (where ${this.alias}.page_row <= ${size}), '[]'::json)`,
    );
  }

  private node(part: Selected): string {
    return this.beside(this.rows.columns(partsOf(part)));
  }

  private edge(part: Selected): string {
    const columns = partsOf(part).map((field) => `${this.edgeValue(field)} as ${nameOf(field)}`);
    return this.beside(`select ${columns.join(', ')}`);
  }

  private edgeValue(field: Selected): string {
    if (field.field === null) return typeName(field);
    return field.field.name === 'node' ? this.node(field) : this.cursor;
  }

  private info(info: Selected): string {
    const { size, isBackward, after, before } = this.piece.list.page;
    const nearest = `${Math.min(1, size)}`;
    const farthest = `least(${this.alias}.page_rows, ${size})`;
    switch (info.field?.name) {
      case 'hasNextPage':
        return before ? 'true' : isBackward ? 'false' : this.hasMore;
      case 'hasPreviousPage':
        return after ? 'true' : isBackward ? this.hasMore : 'false';
      case 'startCursor':
        return this.cursorOf(isBackward ? farthest : nearest);
      case 'endCursor':
        return this.cursorOf(isBackward ? nearest : farthest);
      default:
        return typeName(info);
    }
  }

  private get hasMore(): string {
    return `${this.aggregate('count(*)')} > ${this.piece.list.page.size}`;
  }

  private cursorOf(row: string): string {
    return this.aggregate(`min(${this.cursor}) filter (where ${this.alias}.page_row = ${row})`);
  }

  /** As `writeCursor` writes it. */
  private get cursor(): string {
    const position = `'[' || to_json(${this.piece.list.key})::text || ',"' || ${this.alias}.id || '"]'`;
    return `translate(encode(convert_to(${position}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
  }

  private beside(columns: string): string {
    const name = `n${this.laterals.length}`;
    this.laterals.push(`cross join lateral (${columns}) ${name}`);
    return name;
  }

  private aggregate(expression: string): string {
    const known = this.aggregates.indexOf(expression);
    return `g.a${known < 0 ? this.aggregates.push(expression) - 1 : known}`;
  }
}
