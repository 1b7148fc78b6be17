import { untilItAnswers } from './answers.mjs';
import { Failure } from './failure.mjs';

/**
 * Runs services until a signal comes, or until one of them ends, which ends the others.
 * `onReady` is called when all of them answer.
 * Errors: `Failure` where one ended by itself, or not in order.
 * @param {{ service: { name: string, ended: Promise<{ how: string, lastWords: string[] }>, stop(): Promise<boolean> }, readyAt?: string }[]} running
 */
export async function serve(running, { signal, onReady }) {
  const over = new AbortController();
  const interrupted = new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null));
  });
  const ready = Promise.all(running.map(({ readyAt }) => readyAt && untilItAnswers(readyAt, over.signal)));
  void ready.then(() => over.signal.aborted || onReady());

  const services = running.map(({ service }) => service);
  const first = await Promise.race([
    interrupted,
    ...services.map((service) => service.ended.then((end) => ({ service, ...end }))),
  ]);
  over.abort();
  if (first) console.error(`\nThe ${first.service.name} ended by itself (${first.how}); the rest is ended with it.`);
  else console.log('\nStopping …');
  const inOrder = await Promise.all(services.map((service) => service.stop()));
  if (first) {
    const words = first.lastWords.length > 0 ? `It said last:\n\n${first.lastWords.join('\n')}` : 'It said nothing.';
    throw new Failure(`Stopped, because the ${first.service.name} ended. ${words}`);
  }
  const stuck = services.filter((_, i) => !inOrder[i]);
  if (stuck.length > 0) throw new Failure(`Did not end in order: ${stuck.map(({ name }) => name).join(', ')}.`);
  console.log('Stopped; all data is kept.');
}
