import type { World } from './world';

/** What one request asks for, in nobody's own form. */
export interface Ask {
  /** Of a contact or a conversation. */
  id?: string;
  search?: string;
  content?: string;
  key?: string;
  name?: string;
  email?: string;
  phone?: string;
}

export interface Workload {
  key: WorkloadKey;
  name: string;
  isWrite?: boolean;
  /** `n` is another one with every request. */
  askOf(world: World, n: number): Ask;
}

export type WorkloadKey =
  | 'contact'
  | 'list'
  | 'conversation'
  | 'inbox'
  | 'desk'
  | 'send'
  | 'create'
  | 'search'
  | 'dashboard';

const nth = (ids: readonly string[], n: number): string => ids[n % ids.length] as string;

/** Another one in each run, so that no key was used before. */
const run = Date.now().toString(36);

export const workloads: readonly Workload[] = [
  { key: 'contact', name: 'one contact', askOf: ({ contactIds }, n) => ({ id: nth(contactIds, n) }) },
  { key: 'list', name: 'contact list (web page)', askOf: () => ({}) },
  { key: 'conversation', name: 'conversation, last 50 messages', askOf: ({ threads }, n) => ({ id: nth(threads, n) }) },
  { key: 'inbox', name: 'nested inbox (20 × contact × 10 messages)', askOf: () => ({}) },
  { key: 'desk', name: 'inbox of the desk', askOf: () => ({}) },
  {
    key: 'send',
    name: 'send message (with key)',
    isWrite: true,
    askOf: ({ writable }, n) => ({ id: nth(writable, n), content: `Number ${n}`, key: `queries-${run}-${n}` }),
  },
  {
    key: 'create',
    name: 'create contact',
    isWrite: true,
    askOf: (_, n) => ({
      name: `Nora Newcomer ${n}`,
      email: `newcomer-${n}@queries.example`,
      phone: `+49 30 ${3_000_000 + n}`,
    }),
  },
  { key: 'search', name: 'search a name', askOf: () => ({ search: 'papadakis' }) },
  { key: 'dashboard', name: 'dashboard', askOf: () => ({}) },
];
