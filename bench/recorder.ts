import { ConnectionBudget, OpenTransaction } from '../api/src/database/connection-budget';

export interface Statement {
  text: string;
  values: unknown[];
  /** The tenant's; undefined for the registry. */
  role: string | undefined;
}

/** The statements that the API in this process sends while the work runs, in their order. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const { run } = ConnectionBudget.prototype;
  const { query } = OpenTransaction.prototype;
  const statements: Statement[] = [];
  ConnectionBudget.prototype.run = function record(this: ConnectionBudget, text, values, role) {
    statements.push({ text, values: values ?? [], role });
    return run.call(this, text, values, role);
  };
  OpenTransaction.prototype.query = () =>
    Promise.reject(new Error('expected single statements, but a transaction was opened'));
  try {
    await work();
  } finally {
    ConnectionBudget.prototype.run = run;
    OpenTransaction.prototype.query = query;
  }
  return statements;
}
