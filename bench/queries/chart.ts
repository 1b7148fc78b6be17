import type { Row } from './report';

const colours: Record<string, string> = {
  Atrium: '#d97706',
  PostGraphile: '#6366f1',
  'Hono + Knex': '#0d9488',
  'bare limit': '#94a3b8',
};

/** Units: pixels. */
const [width, labelWidth, barHeight, gap, top] = [900, 310, 13, 16, 76];
const barsWidth = width - labelWidth - 130;

/** Throughput of each against PostGraphile's, a group of bars for each workload. The text takes the reader's colours, light or dark. */
export function chartOf(rows: readonly Row[], connections: number): string {
  const shown = rows.filter((row) => row.connections === connections && row.toPostGraphile !== null);
  const groups = [...new Set(shown.map(({ workload }) => workload))];
  const names = [...new Set(shown.map(({ contender }) => contender))];
  const groupHeight = names.length * barHeight + gap;
  const longest = Math.max(1, ...shown.map(({ toPostGraphile }) => toPostGraphile ?? 0));
  const lengthOf = (ratio: number) => (ratio / longest) * barsWidth;
  const height = top + groups.length * groupHeight;
  const bars = groups.flatMap((workload, i) => {
    const at = top + i * groupHeight;
    const middle = at + (names.length * barHeight) / 2 + 4;
    return [
      text(workload, labelWidth - 12, middle, 'end'),
      ...names.map((name, n) => barOf(shown, { workload, name, y: at + n * barHeight, lengthOf })),
    ];
  });
  const one = labelWidth + lengthOf(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">
<title id="title">Throughput of each workload against PostGraphile's, ${connections} connections</title>
<style>text { font: 12px system-ui, sans-serif; fill: #1e293b } line { stroke: #64748b }
@media (prefers-color-scheme: dark) { text { fill: #e2e8f0 } line { stroke: #94a3b8 } }</style>
${text(`Throughput, PostGraphile = 1; ${connections} connections. In brackets: CPU of API and database a request, PostGraphile = 1`, 12, 20)}
${names.map((name, i) => legendOf(name, labelWidth + i * 130)).join('\n')}
${bars.join('\n')}
<line x1="${one.toFixed(1)}" x2="${one.toFixed(1)}" y1="${top - 8}" y2="${height - gap + 4}" stroke-dasharray="3 3"/>
</svg>
`;
}

interface Bar {
  workload: string;
  name: string;
  y: number;
  lengthOf: (ratio: number) => number;
}

function barOf(rows: readonly Row[], { workload, name, y, lengthOf }: Bar): string {
  const row = rows.find((each) => each.workload === workload && each.contender === name);
  if (!row?.toPostGraphile) return '';
  const length = lengthOf(row.toPostGraphile);
  const figures = `${row.toPostGraphile.toFixed(2)} (${row.cpuToPostGraphile?.toFixed(2)})`;
  return `<rect x="${labelWidth}" y="${y}" width="${length.toFixed(1)}" height="${barHeight - 2}" fill="${colours[name]}"/>
${text(figures, labelWidth + length + 6, y + barHeight - 3)}`;
}

const legendOf = (name: string, x: number): string =>
  `<rect x="${x}" y="38" width="12" height="12" fill="${colours[name]}"/>\n${text(name, x + 18, 49)}`;

function text(content: string, x: number, y: number, anchor = 'start'): string {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${escaped}</text>`;
}
