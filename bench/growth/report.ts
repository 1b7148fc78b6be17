import { percentile } from '../calls';
import { say } from '../target';
import type { Cell } from './measure';

const atMostTimes = 1.3;

const p50Of = ({ rounds }: Cell): number =>
  percentile(
    rounds.map(({ p50 }) => p50),
    0.5,
  );

interface Group {
  name: string;
  cells: Cell[];
}

function groupsOf(cells: readonly Cell[]): Group[] {
  const groups = new Map<string, Group>();
  for (const cell of cells) {
    const name = [
      cell.series,
      `${cell.connections} ${cell.connections === 1 ? 'connection' : 'connections'}`,
      cell.workload,
    ].join(' | ');
    const group = groups.get(name) ?? { name, cells: [] };
    group.cells.push(cell);
    groups.set(name, group);
  }
  return [...groups.values()];
}

const toSmallest = ({ cells }: Group, cell: Cell): number => p50Of(cell) / p50Of(cells[0] ?? cell);

/** Units: milliseconds; in brackets how many times the smallest size's. */
export function print(cells: readonly Cell[], sizes: readonly number[]): void {
  say(
    `\n| what grows | over | workload | ${sizes.map((size) => `${size.toLocaleString('en')}: p50, ms`).join(' | ')} |`,
  );
  say(`|---|---|---|${'---|'.repeat(sizes.length)}`);
  for (const group of groupsOf(cells))
    say(
      `| ${group.name} | ${group.cells.map((cell) => `${p50Of(cell).toFixed(2)} (${toSmallest(group, cell).toFixed(2)})`).join(' | ')} |`,
    );
}

/** Answers sentences about what takes too much longer where there is more, and about requests that failed. */
export function faultsIn(cells: readonly Cell[]): string[] {
  const slow = groupsOf(cells).flatMap((group) =>
    group.cells
      .filter((cell) => !(toSmallest(group, cell) <= atMostTimes))
      .map(
        (cell) =>
          `${group.name}: ${cell.size.toLocaleString('en')} take ${toSmallest(group, cell).toFixed(2)} × the smallest's p50, expected at most ${atMostTimes}`,
      ),
  );
  const failed = cells.flatMap(({ series, workload, size, rounds }) => {
    const failure = rounds.find((round) => round.failure)?.failure;
    return failure === undefined ? [] : [`${series}, ${workload}, ${size}: the first that failed with ${failure}`];
  });
  return [...slow, ...failed];
}
