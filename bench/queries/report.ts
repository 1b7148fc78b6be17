import { percentile } from '../calls';
import { say } from '../target';
import type { Cell, Round } from './measure';

/** Medians of a cell's rounds, beside those of the two that it is held against. */
export interface Row {
  workload: string;
  connections: number;
  contender: string;
  rounds: number;
  perSecond: number;
  p50: number;
  p99: number;
  apiMs: number;
  databaseMs: number;
  failed: number;
  failure?: string;
  /** Throughput, and CPU of both processes; null where the other was not measured. */
  toPostGraphile: number | null;
  cpuToPostGraphile: number | null;
  toLimit: number | null;
}

const postGraphileName = 'PostGraphile';
const limitName = 'bare limit';

const median = (rounds: readonly Round[], key: 'perSecond' | 'p50' | 'p99' | 'apiMs' | 'databaseMs'): number =>
  percentile(
    rounds.map((round) => round[key]),
    0.5,
  );

const cpuOf = ({ rounds }: Cell): number => median(rounds, 'apiMs') + median(rounds, 'databaseMs');

export function rowsOf(cells: readonly Cell[]): Row[] {
  return cells.map((cell) => {
    const { workload, connections, contender, rounds } = cell;
    const other = (name: string) =>
      cells.find((each) => each.workload === workload && each.connections === connections && each.contender === name);
    const [postGraphile, limit] = [other(postGraphileName), other(limitName)];
    const perSecond = median(rounds, 'perSecond');
    const failure = rounds.find((round) => round.failure)?.failure;
    return {
      workload,
      connections,
      contender,
      rounds: rounds.length,
      perSecond,
      p50: median(rounds, 'p50'),
      p99: median(rounds, 'p99'),
      apiMs: median(rounds, 'apiMs'),
      databaseMs: median(rounds, 'databaseMs'),
      failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
      ...(failure !== undefined && { failure }),
      toPostGraphile: postGraphile ? perSecond / median(postGraphile.rounds, 'perSecond') : null,
      cpuToPostGraphile: postGraphile ? cpuOf(cell) / cpuOf(postGraphile) : null,
      toLimit: limit ? perSecond / median(limit.rounds, 'perSecond') : null,
    };
  });
}

const times = (ratio: number | null): string => ratio?.toFixed(2) ?? '';

export function print(rows: readonly Row[]): void {
  for (const connections of new Set(rows.map((row) => row.connections))) {
    say(`\n${connections} ${connections === 1 ? 'connection' : 'connections'}:\n`);
    say(
      '| workload | contender | a second | × PostGraphile | × limit | p50, ms | p99, ms | CPU API, ms | CPU database, ms | CPU × PostGraphile |',
    );
    say('|---|---|---|---|---|---|---|---|---|---|');
    for (const row of rows.filter((each) => each.connections === connections)) say(lineOf(row));
  }
  for (const { workload, contender, connections, failed, failure } of rows.filter((row) => row.failed > 0))
    say(`\n${workload}, ${contender}, ${connections} connections: ${failed} failed, the first with ${failure}`);
}

const lineOf = (row: Row): string =>
  `| ${[
    row.workload,
    row.contender,
    row.perSecond.toFixed(0),
    times(row.toPostGraphile),
    times(row.toLimit),
    row.p50.toFixed(2),
    row.p99.toFixed(1),
    row.apiMs.toFixed(2),
    row.databaseMs.toFixed(2),
    times(row.cpuToPostGraphile),
  ].join(' | ')} |`;
