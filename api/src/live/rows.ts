/**
 * The rows that events speak of, each as it is when its turn comes; events whose row is gone or not wanted (null) are passed over.
 * Not an async generator: that could not be ended while it waits for the next event.
 */
export function rowsOf<Event, Row>(
  events: AsyncIterableIterator<Event>,
  load: (event: Event) => Promise<Row | null>,
): AsyncIterableIterator<Row> {
  return {
    async next() {
      for (;;) {
        const event = await events.next();
        if (event.done) return { value: undefined, done: true };
        const row = await load(event.value);
        if (row !== null) return { value: row, done: false };
      }
    },
    async return() {
      await events.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
