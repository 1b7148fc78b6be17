/** A service that is started anew on demand, and whose own end is no reason to end the others. */
export class Restarting {
  #current;
  #turn = Promise.resolve();
  #isOver = false;

  /**
   * @param {string} name
   * @param {() => import('./service.mjs').Service} startService
   * @param {{ againAfterMs?: number }} options where its end is not for someone to mend, it starts again by itself
   */
  constructor(name, startService, { againAfterMs } = {}) {
    this.name = name;
    this.startService = startService;
    this.againAfterMs = againAfterMs;
    this.ended = new Promise(() => undefined);
    this.#start();
  }

  restart() {
    this.#turn = this.#turn.then(async () => {
      if (this.#isOver) return;
      const previous = this.#current;
      this.#current = undefined;
      await previous.stop();
      if (!this.#isOver) this.#start();
    });
  }

  async stop() {
    this.#isOver = true;
    await this.#turn;
    return this.#current ? this.#current.stop() : true;
  }

  #start() {
    const service = this.startService();
    this.#current = service;
    void service.ended.then(({ how }) => {
      if (this.#current !== service || this.#isOver) return;
      const when = this.againAfterMs === undefined ? 'with the next change' : 'by itself';
      console.error(`The ${this.name} ended (${how}); it starts again ${when}.`);
      if (this.againAfterMs !== undefined) setTimeout(() => this.restart(), this.againAfterMs);
    });
  }
}
