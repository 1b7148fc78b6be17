/** Units: tenants. After the canaries, each wave is four times the one before, up to the largest. */
const [firstWave, growth, largestWave] = [25, 4, 1_600];

/**
 * The order of a run: the first few alone, then waves that grow, so that what is wrong everywhere is noticed in few.
 * Shape: every tenant stands in exactly one wave, in the given order.
 */
export function wavesOf<Tenant>(tenants: readonly Tenant[], canaries: number): Tenant[][] {
  const waves: Tenant[][] = [];
  let size = canaries > 0 ? canaries : firstWave;
  for (let from = 0; from < tenants.length; ) {
    waves.push(tenants.slice(from, from + size));
    from += size;
    const isAfterCanaries = waves.length === 1 && canaries > 0;
    size = isAfterCanaries ? firstWave : Math.min(size * growth, largestWave);
  }
  return waves;
}
