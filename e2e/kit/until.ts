const lookEveryMs = 50;

/** Looks again until it sees what is expected. Errors: with what it saw last, where that takes too long. */
export async function until<T>(look: () => Promise<T>, expected: T, withinMs = 30_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  // As text: what another realm has made, such as the answer of `fetch`, is never strictly equal.
  const wanted = JSON.stringify(expected);
  for (;;) {
    const seen = JSON.stringify(await look());
    if (seen === wanted) return;
    if (Date.now() > deadline) throw new Error(`expected ${wanted}, saw ${seen}`);
    await new Promise((done) => setTimeout(done, lookEveryMs));
  }
}
