/** A service that is started anew on demand, and whose own end is no reason to end the others. */
export class Restarting {
  #current;
  #turn = Promise.resolve();
  #isOver = false;

  constructor(name, startService) {
    this.name = name;
    this.startService = startService;
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
      console.error(`The ${this.name} ended by itself (${how}); it starts again with the next change.`);
    });
  }
}
