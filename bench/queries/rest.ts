import { type Answer, type Contender, type HttpRequest, postJson } from './contender';
import type { Ask, WorkloadKey } from './workloads';

const get = (path: string): HttpRequest => ({ method: 'GET', path });

const requestTo: Record<WorkloadKey, (ask: Ask) => HttpRequest> = {
  contact: ({ id }) => get(`/contact/${id}`),
  list: () => get('/list'),
  conversation: ({ id }) => get(`/conversation/${id}`),
  inbox: () => get('/inbox'),
  desk: () => get('/desk'),
  send: (ask) => postJson('/send', ask),
  create: (ask) => postJson('/create', ask),
  search: ({ search = '' }) => get(`/search/${encodeURIComponent(search)}`),
  dashboard: () => get('/dashboard'),
};

const rest = (name: string, program: string): Contender => ({
  name,
  program,
  readyPath: '/inbox',
  requestOf: (_, workload, ask) => requestTo[workload](ask),
  dataOf: (_, answer: Answer) => answer,
});

/** By hand, as a REST service is written with a query builder: some statements for each request, in a transaction of the tenant's role. */
export const hono = rest('Hono + Knex', '../rivals/serve-hono.mjs');

/** One handler a workload, whose answer is one statement's text. */
export const limit = rest('bare limit', 'serve-limit.ts');
