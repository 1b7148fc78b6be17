import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was measured with so many tenants. Units: milliseconds, unless the name says otherwise. */
export interface AtCount {
  tenants: number;
  registrationP50: number;
  registrationP95: number;
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
  /** From kill -9 of the server to its first answer. */
  recovery: number;
  apiStartAfterwards: number;
}

export interface Figures {
  counts: AtCount[];
  end: AtEnd | null;
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
  if (end) {
    const [before, after] = [end.memoryMb.at(-2) ?? 0, end.memoryMb.at(-1) ?? 0];
    expect(
      after <= 1.1 * before,
      `memory grew from ${before.toFixed(0)} to ${after.toFixed(0)} MB in the last round, more than 10 %`,
    );
    expect(
      end.migrateUpToDate <= 2_000,
      `a migration of nothing took ${end.migrateUpToDate.toFixed(0)} ms, more than 2 s`,
    );
    expect(end.migrateColumnEach <= 2, `a column took ${end.migrateColumnEach.toFixed(2)} ms a tenant, more than 2 ms`);
    expect(end.verify <= 10_000, `verify took ${end.verify.toFixed(0)} ms, more than 10 s`);
    expect(end.drifted === 0, `verify found ${end.drifted} tenants that differ`);
  }
  return faults;
}

export function tableOf({ counts, end }: Figures): string {
  const lines = [
    '| tenants | registration p50, ms | p95 | request p50, ms | p99 | API start, ms |\n|---|---|---|---|---|---|',
    ...counts.map((at) =>
      row([at.tenants, at.registrationP50, at.registrationP95, at.requestP50, at.requestP99, at.apiStart]),
    ),
  ];
  if (end)
    lines.push(
      `\n| With ${end.tenants} tenants | |\n|---|---|`,
      `| tenants touched in turn, a second | ${end.touchedASecond.toFixed(0)} |`,
      `| memory of the API after each round, MB | ${end.memoryMb.map((mb) => mb.toFixed(0)).join(', ')} |`,
      `| connections at most | ${end.connections} |`,
      `| migrate, all up to date, ms | ${end.migrateUpToDate.toFixed(0)} |`,
      `| migrate, a column, ms a tenant | ${end.migrateColumnEach.toFixed(2)}; memory of the process + ${end.migrateMemoryMb.toFixed(0)} MB |`,
      `| rollback of it, ms a tenant | ${end.rollbackEach.toFixed(2)} |`,
      `| verify, ms | ${end.verify.toFixed(0)} |`,
      `| from kill -9 of the server to its answer, ms | ${end.recovery.toFixed(0)} |`,
      `| API start afterwards, ms | ${end.apiStartAfterwards.toFixed(0)} |`,
    );
  return lines.join('\n');
}

const row = (cells: number[]): string =>
  `| ${cells.map((cell, column) => (column === 0 || cell > 1_000 ? cell.toFixed(0) : cell.toFixed(1))).join(' | ')} |`;
