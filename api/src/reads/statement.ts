import { isNonNullType } from 'graphql';
import { tablesOfAny } from '../database/tables';
import { asJson, leafValue, literal, nameOf, typeName } from './json-sql';
import { NotInSql } from './not-in-sql';
import { pageValue, type RowWriter } from './page-statement';
import type { Piece } from './pieces';
import type { Reads, RowSource } from './reads';
import { partsOf, type Selected, type Selection } from './selection';

/** Writes what is selected as one statement, whose one row has the JSON of the answer. */
export class StatementWriter implements RowWriter {
  constructor(
    private readonly reads: Reads,
    private readonly pieces: ReadonlyMap<Selected, Piece>,
  ) {}

  statement(selection: Selection): string {
    return `select row_to_json(o)::text as answer from (${this.columns(selection)}) o`;
  }

  columns(selection: Selection): string {
    return `select ${selection.map((selected) => `${this.value(selected)} as ${nameOf(selected)}`).join(', ')}`;
  }

  sourceOf(type: string): RowSource {
    const source = this.reads.rows[type];
    if (!source) throw new NotInSql(type);
    return source;
  }

  private value(selected: Selected): string {
    const piece = this.pieces.get(selected);
    if (!piece) return typeName(selected);
    switch (piece.kind) {
      case 'leaf':
      case 'computed':
        return leafValue(selected, piece.expression);
      case 'own':
        return asJson(this.columns(partsOf(selected)));
      case 'list':
        return this.list(selected, piece);
      case 'page':
        return pageValue(this, selected, piece);
      case 'one':
        return this.certainRow(selected, piece);
    }
  }

  private list(selected: Selected, { from }: Piece & { kind: 'list' }): string {
    return `(select coalesce(json_agg(o), '[]'::json) from (${this.columns(partsOf(selected))} from ${from}) o)`;
  }

  private certainRow(selected: Selected, piece: Piece & { kind: 'one' }): string {
    const row = this.row(selected, piece);
    // A row that has to be there and is not is an error that resolvers tell: the statement fails, and they are asked.
    const isCertain = selected.field && isNonNullType(selected.field.type);
    // Not a constant, which would fail while the statement is planned.
    return isCertain ? `coalesce(${row}, ('no row at ' || now())::json)` : row;
  }

  private row({ inner }: Selected, { type, where }: Piece & { kind: 'one' }): string {
    const { alias, from, variants } = this.sourceOf(type);
    const rest = `from ${from(tablesOfAny)} ${alias} where ${where}`;
    const columns = new Map([...inner].map(([name, fields]) => [name, this.columns(fields)]));
    const [first, ...others] = new Set(columns.values());
    if (others.length === 0) return asJson(`${first} ${rest}`);
    if (!variants) throw new NotInSql(type);
    const cases = Object.entries(variants.types).map(
      ([value, name]) => `when ${literal(value)} then ${asJson(columns.get(name) ?? '')}`,
    );
    return `(select case ${variants.by} ${cases.join(' ')} end ${rest})`;
  }
}
