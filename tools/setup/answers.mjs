import { setTimeout as sleep } from 'node:timers/promises';

const askEveryMs = 50;
const patienceMs = 2_000;

/** Resolves when the address answers with a success; asks until then, or until `signal`. */
export async function untilItAnswers(url, signal) {
  while (!signal.aborted) {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]) }).catch(
      () => null,
    );
    await response?.body?.cancel();
    if (response?.ok) return;
    await sleep(askEveryMs);
  }
}
