import type { QueryRunner } from 'typeorm';
import type { Query } from '../../access/registry-transaction';

/** The owner's transaction, as the registry's own work asks it. TypeORM answers an UPDATE and a DELETE with their rows and how many. */
export function queryOf(runner: QueryRunner): Query {
  return async <Row>(text: string, values?: unknown[]) => {
    const answer: unknown = await runner.query(text, values);
    const isOfChange =
      Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';
    return (isOfChange ? answer[0] : answer) as Row[];
  };
}
