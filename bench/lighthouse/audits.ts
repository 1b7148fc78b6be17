import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export const forms = ['desktop', 'mobile'] as const;
export type Form = (typeof forms)[number];

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof categories)[number];

export interface LostPoints {
  category: Category;
  id: string;
  title: string;
  /** What was measured, in words; empty where it is about elements alone. */
  value: string;
  /** Elements, messages or files. */
  where: string[];
}

export const metrics = ['fcp', 'lcp', 'tbt', 'si', 'cls'] as const;

export interface Audit {
  /** How fast Lighthouse found the machine: some 1,000 and more where nothing else runs. */
  benchmarkIndex: number;
  scores: Record<Category, number>;
  /** Units: milliseconds, but for `cls`. */
  metrics: Record<(typeof metrics)[number], number>;
  lost: LostPoints[];
}

export interface Audited {
  url: string;
  form: Form;
  token: string | null;
  withoutAudits: readonly string[];
}

const withinMs = 180_000;

const attempts = 3;
const program = resolve(__dirname, 'audit.mjs');

/** Of a busy machine Lighthouse itself says now and then that it should be run again. */
export async function audit(audited: Audited): Promise<Audit> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await attemptAt(audited);
    if (typeof answer !== 'string') return answer;
    if (attempt === attempts) throw new Error(`expected an audit of ${audited.url}, ${audited.form}: ${answer}`);
  }
}

/** In a process of its own: Lighthouse brings packages that nothing else here needs. Answers why there is no audit where there is none. */
async function attemptAt(audited: Audited): Promise<Audit | string> {
  const child = fork(program, [JSON.stringify(audited)], { execArgv: [] });
  const late = setTimeout(() => child.kill('SIGTERM'), withinMs);
  const answered: (Audit | string)[] = [];
  child.on('message', (message) => answered.push(message as Audit | string));
  const [code] = await once(child, 'exit');
  clearTimeout(late);
  return answered[0] ?? `ended with ${code}, and without an answer`;
}
