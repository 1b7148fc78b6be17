import type { ConnectionBudget, SentStatement } from '../api/src/database/connection-budget';

/** The statements that are sent while the work runs, in their order; COMMIT is none of them. */
export async function recordStatements(
  budget: ConnectionBudget,
  work: () => Promise<unknown>,
): Promise<SentStatement[]> {
  const { onStatement } = budget;
  const statements: SentStatement[] = [];
  budget.onStatement = (statement) => {
    if (statement.text !== 'commit') statements.push(statement);
  };
  try {
    await work();
  } finally {
    budget.onStatement = onStatement;
  }
  return statements;
}
