import type { QueryResult } from 'pg';
import type { ConnectionBudget } from '../../database/connection-budget';
import { type OpenTransaction, planningForValues } from '../../database/transaction';

/**
 * What TypeORM takes for a connection of the tenant's own. A statement on its own goes over a shared lane;
 * `START TRANSACTION` borrows a real connection until COMMIT or ROLLBACK. Either way the tenant's role is set for that transaction alone.
 */
export class TenantConnection {
  private transaction: OpenTransaction | null = null;

  constructor(
    private readonly budget: ConnectionBudget,
    private readonly role: string | undefined,
  ) {}

  async query(text: string, values?: unknown[]): Promise<QueryResult> {
    if (text === 'START TRANSACTION') return this.start();
    if (text === 'COMMIT' || text === 'ROLLBACK') return this.end(text === 'COMMIT' ? 'commit' : 'rollback');
    if (!this.transaction) return this.budget.run(text, values, this.role);
    if (text === planningForValues) return this.planForValues(this.transaction);
    return this.transaction.query(text, values);
  }

  /** Released within a transaction: its work is undone, and nobody inherits it. */
  release(): void {
    this.transaction?.abandon();
    this.transaction = null;
  }

  /** TypeORM listens for a connection that dies while idle; these never idle. */
  on(): this {
    return this;
  }

  removeListener(): this {
    return this;
  }

  private async start(): Promise<QueryResult> {
    this.transaction = await this.budget.begin(this.role);
    return noRows;
  }

  private planForValues(transaction: OpenTransaction): QueryResult {
    transaction.planForValues();
    return noRows;
  }

  private end(how: 'commit' | 'rollback'): Promise<QueryResult> {
    const ending = this.transaction;
    this.transaction = null;
    return ending ? ending.end(how) : Promise.resolve(noRows);
  }
}

const noRows: QueryResult = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] };

type Connected = (error: Error | undefined, connection: TenantConnection, release: () => void) => void;

/**
 * The `pg` module as TypeORM's driver sees it: a pool that is a door to the process's one connection budget.
 * `onLent` is told of each connection that is lent (1) and given back (-1).
 */
export function driverOver(
  budget: ConnectionBudget,
  role: string | undefined,
  onLent: (change: 1 | -1) => void = () => undefined,
) {
  class Pool {
    connect(connected: Connected): void {
      const connection = new TenantConnection(budget, role);
      let isLent = true;
      onLent(1);
      connected(undefined, connection, () => {
        connection.release();
        if (isLent) onLent(-1);
        isLent = false;
      });
    }

    on(): this {
      return this;
    }

    /** The shared connections are the process's: a DataSource that goes away closes none of them. */
    end(ended: () => void): void {
      ended();
    }
  }
  return { Pool };
}
