import { ApolloClient, type ApolloLink, type NormalizedCacheObject } from '@apollo/client';
import { createCache } from './cache';
import { LiveConnection } from './live-connection';
import { readLiveCursor } from './live-cursor';

export type ApolloStates = Record<string, NormalizedCacheObject>;

export interface TenantClient {
  apollo: ApolloClient;
  live: LiveConnection;
}

export interface PageState {
  /** How far the log had come before the page was read; null where nobody looked. */
  readonly cursor: string | null;
  /** Asks again for all that is shown. Errors: where that could not be asked. */
  readAnew(): Promise<unknown>;
  /** What reads the page. */
  readonly client: ApolloClient;
}

interface Options {
  createLink: (tenant: string | null, live: LiveConnection, page: PageState) => ApolloLink;
  ssrMode: boolean;
  states?: ApolloStates;
}

const keyOf = (tenant: string | null): string => tenant ?? '';

/**
 * One Apollo Client per tenant, and one without a tenant, each made on first use with a cache of its own: nothing read as one tenant
 * can be shown as another.
 * Shape: `tenant` is the path's id or slug; the two forms of one tenant get a client each.
 */
export class ApolloClients {
  private readonly clients = new Map<string, TenantClient>();

  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  of(tenant: string | null): TenantClient {
    const key = keyOf(tenant);
    const known = this.clients.get(key);
    if (known) return known;
    const made = this.create(tenant);
    this.clients.set(key, made);
    return made;
  }

  /** What each cache holds, by tenant, for the browser to go on from. */
  extract(): ApolloStates {
    return Object.fromEntries(
      [...this.clients].map(([key, { apollo }]) => [key, apollo.cache.extract() as NormalizedCacheObject]),
    );
  }

  /** Brings every page's data up to date, such as after a time without a session. */
  async refetch(): Promise<void> {
    await Promise.all([...this.clients.values()].map(({ apollo }) => apollo.refetchQueries({ include: 'active' })));
  }

  /** Nothing that was read is left; what is under way is given up. */
  async clear(): Promise<void> {
    for (const { apollo } of this.clients.values()) apollo.stop();
    await Promise.all([...this.clients.values()].map(({ apollo }) => apollo.clearStore()));
  }

  private create(tenant: string | null): TenantClient {
    const { createLink, ssrMode, states } = this.options;
    const live = new LiveConnection();
    const cache = createCache();
    const state = states?.[keyOf(tenant)];
    if (state) cache.restore(state);
    const apollo: ApolloClient = new ApolloClient({
      cache,
      ssrMode,
      link: createLink(tenant, live, {
        get cursor() {
          return readLiveCursor(cache);
        },
        readAnew: async () => apollo.refetchQueries({ include: 'active' }),
        get client() {
          return apollo;
        },
      }),
    });
    return { apollo, live };
  }
}
