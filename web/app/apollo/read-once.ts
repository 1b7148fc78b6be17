import { InMemoryCache, type InMemoryCacheConfig } from '@apollo/client';

/**
 * A cache that keeps what is read of it once. Apollo Client keeps it twice, with what mutations are expected to answer and without, and a query that
 * hears of a change reads it both ways, to see whether they differ. Where nothing is expected (`optimisticResponse`), they cannot.
 */
export function newCacheReadOnce(config: InMemoryCacheConfig = {}): InMemoryCache {
  const cache = new InMemoryCache(config);
  const { diff, read } = cache;
  // Typed by their overloads, of which none fits all.
  cache.diff = (options: Parameters<typeof diff>[0]) => diff.call(cache, inOneWay(cache, options)) as never;
  cache.read = (options: Parameters<typeof read>[0]) => read.call(cache, inOneWay(cache, options)) as never;
  return cache;
}

const inOneWay = <T extends object>(cache: InMemoryCache, options: T): T =>
  nothingIsExpected(cache) ? { ...options, optimistic: true } : options;

function nothingIsExpected(cache: InMemoryCache): boolean {
  const { data, optimisticData } = cache as unknown as { data: { stump?: object }; optimisticData: object };
  return data.stump === optimisticData;
}
