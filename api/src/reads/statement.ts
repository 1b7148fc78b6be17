import { isNonNullType } from 'graphql';
import { tablesOfAny } from '../database/tables';
import { asJson, leafValue, literal, nameOf, typeName } from './json-sql';
import { NotInSql } from './not-in-sql';
import { pageValue, type RowWriter } from './page-statement';
import type { Piece } from './pieces';
import type { Reads, RowSource } from './reads';
import { partsOf, type Selected, type Selection } from './selection';

/** The parameters with what is kept: the number of the tenant's last event by then, and the JSON. */
interface KeptParameters {
  seq: string;
  parts: string;
}

/** Writes what is selected as one statement, whose one row has the JSON of the answer. */
export class StatementWriter implements RowWriter {
  /** Of each part that is kept, the expression. */
  private readonly kept: string[] = [];

  constructor(
    private readonly reads: Reads,
    private readonly pieces: ReadonlyMap<Selected, Piece>,
    private readonly parameters: KeptParameters,
  ) {}

  /** Where something of it is kept, the row has that as well, and the number of the last event that it knows of. */
  statement(selection: Selection): string {
    const columns = this.columns(selection);
    if (this.kept.length === 0) return `select row_to_json(o)::text as answer from (${columns}) o`;
    const { seq, parts } = this.parameters;
    return `with kept as materialized (
      select e.last_seq, case when e.last_seq = ${seq}::bigint then ${parts}::json else json_build_array(${this.kept.join(', ')}) end as parts
      from ${tablesOfAny.event_counter} e where e.id = 1)
    select row_to_json(o)::text as answer, k.last_seq as seq, k.parts::text as parts from kept k, (${columns}) o`;
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
        return piece.isKept ? this.keptRow(selected, piece) : this.certainRow(selected, piece);
    }
  }

  private keptRow(selected: Selected, piece: Piece & { kind: 'one' }): string {
    const nth = this.kept.push(this.certainRow(selected, piece)) - 1;
    return `(select parts -> ${nth} from kept)`;
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
