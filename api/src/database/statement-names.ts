import { LRUCache } from 'lru-cache';

/** How often a text comes before it is worth a name, and of how many the backend keeps the plans: each takes some 10 to 100 KB there. */
const [namedFrom, mostNames, watched] = [5, 100, 1_000];

/**
 * Which statements one connection has under a name, so that the server reads and plans them once. Permissions are asked anew at each
 * run, for the role that is set by then: a plan that one tenant's statement has left behind opens nothing to another.
 */
export class StatementNames {
  private readonly times = new LRUCache<string, number>({ max: watched });
  /** Undefined for those that were taken back. */
  private readonly names = new Map<string, string | undefined>();

  /** Undefined for one that is rare, or that came when there were names enough. */
  nameFor(text: string): string | undefined {
    if (this.names.has(text) || this.names.size >= mostNames) return this.names.get(text);
    const times = (this.times.get(text) ?? 0) + 1;
    this.times.set(text, times);
    if (times < namedFrom) return undefined;
    this.times.delete(text);
    const name = `s${this.names.size}`;
    this.names.set(text, name);
    return name;
  }

  /** Where its columns have changed since it was planned: never again on this connection. */
  takeBack(text: string): void {
    this.names.set(text, undefined);
  }
}
