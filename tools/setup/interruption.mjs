/** A terminal that closes is a Ctrl-C too. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * From here on a signal ends nothing by itself but aborts what this answers, with the signal's name as the reason.
 * Later ones are ignored: npm passes each on that the terminal has already sent to everyone.
 * @returns {AbortSignal}
 */
export function onInterruption() {
  const controller = new AbortController();
  for (const name of signals) process.on(name, () => controller.abort(name));
  return controller.signal;
}
