import pino, { type DestinationStream, type Logger } from 'pino';
import { sqlStateOf } from '../database/sql-state';

/** SQLSTATE classes whose messages repeat what people wrote: data that does not fit, and constraints. */
const repeatsValues = /^2[23]...$/;

interface Told {
  type: string;
  code?: string;
  message: string;
  /** The statement's text, whose values are `$1`, `$2`. */
  query?: string;
  stack?: string;
  cause?: Told;
}

const maxCauses = 3;

/**
 * What the log keeps of an error: never a statement's parameters, a row that PostgreSQL quotes in `detail` or `where`, or a value in its message.
 */
export function tellError(error: unknown, depth = 0): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: 'thrown without an error' };
  const { query } = error as { query?: unknown };
  const code = sqlStateOf(error);
  const message = repeatsValues.test(code) ? `PostgreSQL answered ${code}` : error.message;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(code && { code }),
    message,
    ...(typeof query === 'string' && { query }),
    ...(frames && frames.length > 0 && { stack: frames.join('\n') }),
    ...(error.cause !== undefined && depth < maxCauses && { cause: tellError(error.cause, depth + 1) }),
  };
}

const serializers = {
  err: (error: unknown) => tellError(error),
  // Fastify's own would print the address, and with GET the operation and its variables.
  req: ({ method, id }: { method: string; id: string }) => ({ method, id }),
};

export function newLogger(level: string, to: DestinationStream = pino.destination(1)): Logger {
  return pino({ level, base: null, serializers }, to);
}

const quietForMs = 10_000;

/** Tells each sentence at most once in ten seconds, with how often it was held back. */
export function newHush(now = Date.now): (sentence: string) => { heldBack: number } | null {
  const told = new Map<string, { at: number; heldBack: number }>();
  return (sentence) => {
    const before = told.get(sentence);
    if (before && now() - before.at < quietForMs) {
      before.heldBack += 1;
      return null;
    }
    if (told.size > 100) told.clear();
    told.set(sentence, { at: now(), heldBack: 0 });
    return { heldBack: before?.heldBack ?? 0 };
  };
}
