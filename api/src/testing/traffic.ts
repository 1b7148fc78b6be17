import pg from 'pg';
import { QueryAs } from '../database/query-as';
import type { TestTenant } from './new-tenant';

/** What one operation costs between the API and the database, of what runs under the tenant's role. */
export interface Traffic {
  /** Without BEGIN and COMMIT. */
  statements: number;
  /** How often something was sent while the connection waited for no answer: what is sent together is one. */
  roundTrips: number;
  /** That came back. */
  rows: number;
}

type Query = (this: pg.Client, config: unknown, ...rest: unknown[]) => unknown;

interface Line {
  unanswered: number;
  isTenants: boolean;
}

/** At the driver, so that it does not matter which way through the connection budget a statement takes. */
export async function trafficOf({ schemaName }: TestTenant, work: () => Promise<unknown>): Promise<Traffic> {
  const traffic: Traffic = { statements: 0, roundTrips: 0, rows: 0 };
  const lines = new WeakMap<pg.Client, Line>();
  const send = pg.Client.prototype.query as unknown as Query;
  const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    const sent = send.apply(this, args as Parameters<Query>);
    const line = lines.get(this) ?? { unanswered: 0, isTenants: false };
    lines.set(this, line);
    const [query] = args;
    if (query instanceof QueryAs) {
      if (query.role === schemaName) countAnswer(traffic, line, true, answerOf(query));
    } else {
      count(traffic, line, textOf(query), sent, schemaName);
    }
    return sent as never;
  } as never);
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return traffic;
}

function count(traffic: Traffic, line: Line, text: string, sent: unknown, schemaName: string): void {
  if (text.startsWith('begin')) line.isTenants = text.includes(`"${schemaName}"`);
  if (!line.isTenants || !(sent instanceof Promise)) return;
  countAnswer(traffic, line, !/^(begin|commit|rollback)\b/.test(text), sent);
}

function countAnswer(traffic: Traffic, line: Line, isStatement: boolean, sent: Promise<pg.QueryResult>): void {
  if (line.unanswered === 0) traffic.roundTrips += 1;
  if (isStatement) traffic.statements += 1;
  line.unanswered += 1;
  const settle = () => {
    line.unanswered -= 1;
  };
  sent.then((result) => {
    settle();
    if (isStatement) traffic.rows += result.rows.length;
  }, settle);
}

/** A statement with its role says by its callback that it is answered. */
function answerOf(query: QueryAs): Promise<pg.QueryResult> {
  const told = query as unknown as { callback(error: Error | null, result: pg.QueryResult): void };
  const { callback } = told;
  return new Promise((resolve, reject) => {
    told.callback = (error, result) => {
      if (error) reject(error);
      else resolve(result);
      callback(error, result);
    };
  });
}

const textOf = (config: unknown): string => (typeof config === 'string' ? config : (config as { text: string }).text);
