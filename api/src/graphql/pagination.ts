import { Arg, ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { badArgument } from './errors';
import { isUuid } from './text';

export const maxPageSize = 100;

/** The sort key of a row and its id: where a page begins or ends. */
export interface Position {
  key: string;
  id: string;
}

export interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** A checked request for a page. One row more than `size` is read, to know whether there are more. */
export interface PageRequest {
  size: number;
  /** Towards the start of the list: the last rows before `before`. */
  isBackward: boolean;
  after: Position | null;
  before: Position | null;
}

/** What a cursor's key looks like in one order of a list; a cursor of another order is refused. */
export const keyForms = {
  text: /^[^\u0000]*$/s,
  time: /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d(:?\d\d)?)$/,
  number: /^\d{1,9}$/,
};

/** `last` wins over `first`, whose default is always there. Errors: `BAD_USER_INPUT` naming the argument. */
export function readPageArgs({ first, after, last, before }: PageArgs, keyForm: RegExp, defaultSize = 25): PageRequest {
  const isBackward = last !== undefined && last !== null;
  const size = isBackward ? last : (first ?? defaultSize);
  if (size < 0 || size > maxPageSize) {
    throw badArgument(isBackward ? 'last' : 'first', `expected 0 to ${maxPageSize}, got ${size}.`);
  }
  return {
    size,
    isBackward,
    after: readCursor('after', after, keyForm),
    before: readCursor('before', before, keyForm),
  };
}

/** Lists with cursors of their own bring them as text. */
const cursorAt = (position: Position | string): string =>
  typeof position === 'string' ? position : writeCursor(position);

export function writeCursor({ key, id }: Position): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

function readCursor(argument: string, cursor: string | null | undefined, keyForm: RegExp): Position | null {
  if (cursor === undefined || cursor === null) return null;
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof key === 'string' && typeof id === 'string' && keyForm.test(key) && isUuid(id)) return { key, id };
  } catch {
    // Not one of ours: answered below like any other text.
  }
  throw badArgument(argument, 'expected a cursor from an earlier answer of the same list.');
}

@ObjectType({ description: 'Where a page lies in its list.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows after `endCursor`.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether something comes before `startCursor`.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'For `before`; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'For `after`; null on an empty page.' })
  endCursor!: string | null;
}

export interface Edge<Node> {
  node: Node;
  cursor: string;
}

/** A page of rows in list order, and how to count the whole list should someone ask. */
export class Connection<Node> {
  readonly edges: Edge<Node>[];
  readonly pageInfo: PageInfo;

  /** `rows` are as read: in reading direction, with the one too many. */
  constructor(
    rows: Node[],
    request: PageRequest,
    positionOf: (row: Node) => Position | string,
    readonly countRows: (atMost: number | null) => Promise<number>,
  ) {
    const hasMore = rows.length > request.size;
    const page = rows.slice(0, request.size);
    if (request.isBackward) page.reverse();
    this.edges = page.map((node) => ({ node, cursor: cursorAt(positionOf(node)) }));
    this.pageInfo = {
      hasNextPage: request.before !== null || (hasMore && !request.isBackward),
      hasPreviousPage: request.after !== null || (hasMore && request.isBackward),
      startCursor: this.edges.at(0)?.cursor ?? null,
      endCursor: this.edges.at(-1)?.cursor ?? null,
    };
  }

  get nodes(): Node[] {
    return this.edges.map(({ node }) => node);
  }
}

/** Of a list that is read in one direction. */
@ArgsType()
export class ForwardPageArgs {
  @Field(() => Int, { defaultValue: 25, description: 'Page size: 0 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'A cursor: the page begins behind it.' })
  after?: string | null;
}

interface ListOf<Node> {
  read(after: Position | null, limit: number): Promise<Node[]>;
  positionOf(node: Node): Position;
  count(atMost: number | null): Promise<number>;
}

/** A page of a list that is read in one direction. Errors: `BAD_USER_INPUT` naming the argument. */
export async function listPage<Node>(args: PageArgs, keyForm: RegExp, list: ListOf<Node>): Promise<Connection<Node>> {
  const page = readPageArgs(args, keyForm);
  const rows = await list.read(page.after, page.size + 1);
  return new Connection(rows, page, list.positionOf, list.count);
}

/** The two GraphQL types of a list: `ContactConnection` and `ContactEdge` for `Contact`. */
export function connectionTypes<Node extends object>(NodeType: new () => Node, plural: string) {
  @ObjectType(`${NodeType.name}Edge`, {
    description: `One of the ${plural} of a page, and where it stands in the list.`,
    simpleResolvers: true,
  })
  class NodeEdge {
    @Field(() => NodeType, { description: 'The row itself.' })
    node!: Node;

    @Field(() => String, {
      description: 'For `after` and `before`; opaque, and valid for this order of the list only.',
    })
    cursor!: string;
  }

  @ObjectType(`${NodeType.name}Connection`, { description: `A page of ${plural}.`, simpleResolvers: true })
  class NodeConnection {
    @Field(() => [NodeEdge], { description: 'The page with a cursor for each row.' })
    edges!: NodeEdge[];

    @Field(() => [NodeType], { description: 'The same rows without cursors.' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
    pageInfo!: PageInfo;

    countRows!: (atMost: number | null) => Promise<number>;

    @Field(() => Int, { description: 'How many rows the whole list has. Counted only when asked for.' })
    totalCount(
      @Arg('atMost', () => Int, {
        nullable: true,
        description:
          'Stop counting here: an answer equal to it means "so many, or more". Spares counting a long list to its end.',
      })
      atMost?: number,
    ): Promise<number> {
      if (atMost !== undefined && atMost !== null && atMost < 0)
        throw badArgument('atMost', `expected 0 or more, got ${atMost}.`);
      return this.countRows(atMost ?? null);
    }
  }
  return NodeConnection;
}

/** A page of a parent's list, such as a contact's conversations. */
export interface PageKey {
  parentId: string;
  page: PageRequest;
}

export const pageKeyOf = ({ parentId, page }: PageKey): string => `${parentId} ${JSON.stringify(page)}`;

/** For loaders: the rows of each key, read with one query for each kind of page, however many parents ask for it. */
export async function loadPages<Row>(
  keys: readonly PageKey[],
  load: (parentIds: string[], page: PageRequest) => Promise<Row[]>,
  parentIdOf: (row: Row) => string,
): Promise<Row[][]> {
  const kinds = new Map<string, PageKey[]>();
  for (const key of keys) {
    const kind = JSON.stringify(key.page);
    kinds.set(kind, [...(kinds.get(kind) ?? []), key]);
  }
  const found = new Map<string, Row[]>();
  await Promise.all(
    [...kinds.values()].map(async (alike) => {
      const page = (alike[0] as PageKey).page;
      for (const key of alike) found.set(pageKeyOf(key), []);
      for (const row of await load(
        alike.map(({ parentId }) => parentId),
        page,
      )) {
        found.get(pageKeyOf({ parentId: parentIdOf(row), page }))?.push(row);
      }
    }),
  );
  return keys.map((key) => found.get(pageKeyOf(key)) ?? []);
}
