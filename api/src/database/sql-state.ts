/** What the server fails a statement with, by the names of its manual, appendix A. */
export const sqlState = {
  uniqueViolation: '23505',
  foreignKeyViolation: '23503',
  notNullViolation: '23502',
  checkViolation: '23514',
  divisionByZero: '22012',
  /** There is no prepared statement of that name: the one before, which was to prepare it, has failed. */
  invalidStatementName: '26000',
  /** As "cached plan must not change result type". */
  featureNotSupported: '0A000',
  /** "Commands ignored until end of transaction block": said of whatever was sent behind what failed. */
  inFailedTransaction: '25P02',
  deadlockDetected: '40P01',
  serializationFailure: '40001',
  /** Taken back, mostly since it took too long. */
  queryCanceled: '57014',
} as const;

export function sqlStateOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
