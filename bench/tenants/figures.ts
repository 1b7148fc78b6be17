import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was measured with so many tenants. Units: milliseconds, unless the name says otherwise. */
export interface AtCount {
  tenants: number;
  /** One every 250 ms. */
  registrationP50: number;
  registrationP95: number;
  /** One right behind the other: faster than schemas are made ahead. */
  inARowP95: number;
  requestP50: number;
  requestP99: number;
  apiStart: number;
}

/** What was measured at the end. */
export interface AtEnd {
  tenants: number;
  touchedASecond: number;
  /** Of the API's process, in each of its rounds over all tenants. */
  memoryMb: number[];
  /** To the database, at most. */
  connections: number;
  migrateUpToDate: number;
  migrateColumnEach: number;
  /** By how much the process that migrates grew. */
  migrateMemoryMb: number;
  rollbackEach: number;
  verify: number;
  drifted: number;
  /** Of a run that was killed half-way and run again, while requests were answered: companies that could not take the step. */
  quarantined: number;
  killedAfter: number;
  /** Of companies that could. */
  requestsMeanwhile: number;
  failedMeanwhile: number;
  /** From kill -9 of the server, a hundred contacts after a checkpoint, to its first answer. */
  recovery: number;
  apiStartAfterwards: number;
}

export interface Figures {
  counts: AtCount[];
  /** As far as it has come. */
  end: Partial<AtEnd> | null;
}

const fileIn = (folder: string): string => join(folder, 'figures.json');

/** Those of an earlier run in the folder: what was measured is not measured again. */
export function readFigures(folder: string): Figures {
  if (!existsSync(fileIn(folder))) return { counts: [], end: null };
  return JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Figures;
}

export const keepFigures = (folder: string, figures: Figures): void =>
  writeFileSync(fileIn(folder), `${JSON.stringify(figures, null, 2)}\n`);

/** Sentences about what is beyond its limit. */
export function faultsIn({ counts, end }: Figures): string[] {
  const [first, last] = [counts[0], counts.at(-1)];
  const faults: string[] = [];
  const expect = (isMet: boolean, fault: string) => void (isMet || faults.push(fault));
  if (first && last) {
    expect(
      last.registrationP95 <= 60,
      `p95 of a registration is ${last.registrationP95.toFixed(0)} ms, more than 60 ms`,
    );
    expect(
      last.registrationP95 <= 1.5 * first.registrationP95,
      `p95 of a registration grew from ${first.registrationP95.toFixed(0)} to ${last.registrationP95.toFixed(0)} ms, more than 1.5 ×`,
    );
    expect(
      last.requestP99 <= 1.3 * first.requestP99,
      `p99 of a request grew from ${first.requestP99.toFixed(1)} to ${last.requestP99.toFixed(1)} ms, more than 1.3 ×`,
    );
  }
  const within = (value: number | undefined, limit: number, fault: (value: number) => string) =>
    value !== undefined && expect(value <= limit, fault(value));
  if (end) {
    const [before, after] = [end.memoryMb?.at(-2) ?? 0, end.memoryMb?.at(-1) ?? 0];
    within(
      after,
      1.1 * before,
      (mb) => `memory grew from ${before.toFixed(0)} to ${mb.toFixed(0)} MB in the last round, more than 10 %`,
    );
    within(end.migrateUpToDate, 2_000, (ms) => `a migration of nothing took ${ms.toFixed(0)} ms, more than 2 s`);
    within(end.migrateColumnEach, 2, (ms) => `a column took ${ms.toFixed(2)} ms a tenant, more than 2 ms`);
    within(end.verify, 10_000, (ms) => `verify took ${ms.toFixed(0)} ms, more than 10 s`);
    within(end.drifted, 0, (count) => `verify found ${count} tenants that differ`);
    within(end.failedMeanwhile, 0, (count) => `${count} requests of healthy tenants failed while all were migrated`);
    expect(
      end.quarantined === undefined || end.quarantined === 3,
      `${end.quarantined} tenants were quarantined, expected 3`,
    );
  }
  return faults;
}

export function tableOf({ counts, end }: Figures): string {
  const lines = [
    '| tenants | registration p50, ms | p95 | p95 in a row | request p50, ms | p99 | API start, ms |\n|---|---|---|---|---|---|---|',
    ...counts.map((at) =>
      row([
        at.tenants,
        at.registrationP50,
        at.registrationP95,
        at.inARowP95,
        at.requestP50,
        at.requestP99,
        at.apiStart,
      ]),
    ),
  ];
  if (end)
    lines.push(
      `\n| With ${end.tenants} tenants | |\n|---|---|`,
      ...rowsOf(end).map(([what, value]) => `| ${what} | ${value} |`),
    );
  return lines.join('\n');
}

const row = (cells: number[]): string =>
  `| ${cells.map((cell, column) => (column === 0 || cell > 1_000 ? cell.toFixed(0) : cell.toFixed(1))).join(' | ')} |`;

function rowsOf(end: Partial<AtEnd>): [string, string][] {
  const shown = (value: number | undefined, digits = 0): string => value?.toFixed(digits) ?? 'not measured';
  return [
    ['tenants touched in turn, a second', shown(end.touchedASecond)],
    ['memory of the API after each round, MB', end.memoryMb?.map((mb) => mb.toFixed(0)).join(', ') ?? 'not measured'],
    ['connections at most', shown(end.connections)],
    ['migrate, all up to date, ms', shown(end.migrateUpToDate)],
    ['migrate, a column, ms a tenant', shown(end.migrateColumnEach, 2)],
    ['memory that this added to its process, MB', shown(end.migrateMemoryMb)],
    ['rollback of it, ms a tenant', shown(end.rollbackEach, 2)],
    ['verify, ms', shown(end.verify)],
    [
      'killed half-way after so many, and run again: quarantined of three broken',
      `${shown(end.killedAfter)}: ${shown(end.quarantined)}`,
    ],
    ['requests of healthy tenants meanwhile: failed', `${shown(end.requestsMeanwhile)}: ${shown(end.failedMeanwhile)}`],
    ['from kill -9 of the server to its answer, ms', shown(end.recovery)],
    ['API start afterwards, ms', shown(end.apiStartAfterwards)],
  ];
}
