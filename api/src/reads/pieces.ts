import { getArgumentValues } from 'graphql';
import { sqlOf, tablesOfAny } from '../database/tables';
import { NotInSql } from './not-in-sql';
import type { Asked, Computed, List, ListStatement, One, Own, Page, Reads } from './reads';
import { partsOf, rowsOf, type Selected, type Selection } from './selection';

/** What a field's arguments make of its description. Values are no part of it: they are parameters. */
export type Piece =
  | { kind: 'leaf' | 'computed'; expression: string }
  | { kind: 'own' }
  | { kind: 'list'; from: string }
  | { kind: 'one'; type: string; where: string; isKept: boolean }
  /** `counts` by the names that `totalCount` has in the answer. */
  | { kind: 'page'; type: string; list: ListStatement; counts: Readonly<Record<string, string>> };

export interface Request extends Asked {
  variables: Record<string, unknown>;
}

/**
 * The pieces of one request, and its values in the order of their parameters.
 * Errors: `NotInSql` where a field says nothing of itself; or what the field refuses its arguments with.
 */
export class Pieces {
  readonly of = new Map<Selected, Piece>();
  readonly values: unknown[] = [];
  /** Whether its time depends on how much the tenant holds; that of `kept` is told apart. */
  isLong = false;
  /** Of what is answered as it was while nothing has happened: null where there is none. */
  kept: { isLong: boolean } | null = null;
  private readonly sql = sqlOf(tablesOfAny, this.values);

  constructor(
    selection: Selection,
    private readonly reads: Reads,
    private readonly request: Request,
  ) {
    this.read(selection, 'Query');
  }

  /** What the statement's text depends on, besides what is selected. */
  get key(): string {
    const pieces = [...this.of.values()].filter(({ kind }) => kind !== 'leaf');
    // Of a cursor, only that there is one.
    return JSON.stringify(pieces, (name, value) => (name === 'after' || name === 'before' ? value !== null : value));
  }

  private read(selection: Selection, type: string): void {
    for (const selected of selection) if (selected.field) this.of.set(selected, this.piece(selected, type));
  }

  private piece(selected: Selected, type: string): Piece {
    const name = `${type}.${selected.field?.name}`;
    const description = this.reads.fields[name];
    if (description === undefined) throw new NotInSql(name);
    if (typeof description === 'string') return { kind: 'leaf', expression: description };
    if (description.kind !== 'own' && description.needs?.(this.request.tenant) === false)
      throw new NotInSql(`${name} of a tenant that is older than it`);
    switch (description.kind) {
      case 'computed':
        return this.computed(selected, description);
      case 'own':
        return this.with(selected, description, { kind: 'own' });
      case 'list':
        return this.list(selected, description);
      case 'one':
        return this.one(selected, description);
      case 'page':
        return this.page(selected, description);
    }
  }

  private computed(selected: Selected, { expression, isLong }: Computed): Piece {
    this.isLong ||= isLong;
    return { kind: 'computed', expression: expression(this.argsOf(selected), this.sql, this.request) };
  }

  private list(selected: Selected, description: List): Piece {
    const rows = description.rows(this.argsOf(selected), this.sql, this.request);
    return this.with(selected, description, { kind: 'list', from: `(${rows}) ${description.alias}` });
  }

  /** With what is selected of its object or objects. */
  private with(selected: Selected, { kind, type }: One | Own | List, piece: Piece): Piece {
    for (const fields of rowsOf(selected, kind)) this.read(fields, type);
    return piece;
  }

  private one(selected: Selected, description: One): Piece {
    const { type, where, isKept = false } = description;
    const written = where(this.argsOf(selected), this.sql, this.request);
    const piece: Piece = { kind: 'one', type, where: written, isKept };
    return isKept ? this.keep(() => this.with(selected, description, piece)) : this.with(selected, description, piece);
  }

  private keep(read: () => Piece): Piece {
    const { isLong } = this;
    this.isLong = false;
    const piece = read();
    this.kept = { isLong: this.isLong || (this.kept?.isLong ?? false) };
    this.isLong = isLong;
    return piece;
  }

  private page(selected: Selected, { type, list }: Page): Piece {
    const statement = list(this.argsOf(selected), this.sql, this.request);
    this.isLong ||= statement.isLong ?? false;
    const counts: Record<string, string> = {};
    for (const part of partsOf(selected))
      if (part.field?.name === 'totalCount') counts[part.key] = this.count(part, statement);
    for (const fields of rowsOf(selected, 'page')) this.read(fields, type);
    return { kind: 'page', type, list: statement, counts };
  }

  private count(selected: Selected, { count }: ListStatement): string {
    const { atMost } = this.argsOf(selected) as { atMost?: number | null };
    if (typeof atMost === 'number' && atMost < 0) throw new NotInSql('a negative number of rows');
    const { text, isLong } = count(atMost ?? null);
    this.isLong ||= isLong;
    return text;
  }

  private argsOf({ field, node }: Selected): Record<string, unknown> {
    return field ? getArgumentValues(field, node, this.request.variables) : {};
  }
}
