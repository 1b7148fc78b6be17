import pg, { type QueryConfig, type QueryResult } from 'pg';

/** What the driver's query has beside its types, and what of its connection is used here. */
interface DriverQuery {
  submit(wire: Wire): Error | null;
  handleDataRow(message: object): void;
  handleCommandComplete(message: object, wire: Wire): void;
}

interface Wire {
  parse(message: { text: string; name: string | undefined }): void;
  bind(message: { statement: string | undefined; values: string[] }): void;
  execute(message: object): void;
}

type Done = (error: Error | null | undefined, result: QueryResult) => void;

const Query = pg.Query as unknown as new (config: QueryConfig, done: Done) => DriverQuery;

/** Sets the role of a transaction, and what else holds for it. With a name where it is prepared on the connection already. */
export interface RoleSetting {
  name?: string;
  text: string;
}

/**
 * A statement under a role, in the transaction that PostgreSQL has for all that comes before one Sync: the role is that transaction's alone,
 * and where it cannot be set, nothing behind it runs. As BEGIN, SET LOCAL ROLE, the statement and COMMIT, in one message for the role.
 */
export class QueryAs extends Query {
  private hasRole = false;

  constructor(
    config: QueryConfig,
    private readonly setting: RoleSetting,
    readonly role: string,
    done: Done,
  ) {
    super(config, done);
  }

  override submit(wire: Wire): Error | null {
    const { name, text } = this.setting;
    if (name === undefined) wire.parse({ text, name });
    wire.bind({ statement: name, values: [this.role] });
    wire.execute({});
    return super.submit(wire);
  }

  /** The first answers are those of the setting. */
  override handleDataRow(message: object): void {
    if (this.hasRole) super.handleDataRow(message);
  }

  override handleCommandComplete(message: object, wire: Wire): void {
    if (this.hasRole) super.handleCommandComplete(message, wire);
    this.hasRole = true;
  }
}
