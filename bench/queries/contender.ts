import type { Ask, WorkloadKey } from './workloads';
import type { World } from './world';

export interface HttpRequest {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, each compared leaf by leaf
export type Answer = any;

/** Who is measured: a program in a process of its own, and how it is asked. */
export interface Contender {
  name: string;
  /** The program, relative to this folder. It gets the world as JSON in `ATRIUM_BENCH_WORLD`, and listens on `API_PORT`. */
  program: string;
  /** Answers with a status below 500 once the program is ready. */
  readyPath: string;
  requestOf(world: World, workload: WorkloadKey, ask: Ask): HttpRequest;
  /** The answer in the form that all are compared in: Atrium's. */
  dataOf(workload: WorkloadKey, answer: Answer, world: World): Answer;
}

export const postJson = (path: string, value: object, headers: Record<string, string> = {}): HttpRequest => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
  body: JSON.stringify(value),
});
