import { pauseMs } from '../apollo/back-off';

/** As much of `fetch` as is used. */
type Send = (
  url: string,
  post: { method: 'POST'; headers: Record<string, string>; body: Blob; signal: AbortSignal },
) => Promise<Response>;

export interface Sending {
  file: Blob;
  /** A UUID; sent again under the same one, a file goes on from where it was cut off. */
  uploadId: string;
  /** The company that it is sent to, by slug or id. */
  tenant: string;
  signal: AbortSignal;
  /** Units: bytes of the file that have arrived. */
  onSent: (bytes: number) => void;
  fetch?: Send;
}

/** Small enough to show how far it is; the API takes up to 8 MiB. Units: bytes. */
const partBytes = 2 * 1024 * 1024;
const partWithinMs = 120_000;
/** Of one part. */
const mostAttempts = 6;

/** Why a file is not taken, in a sentence for people. */
export class SendingRefused extends Error {}

const unreachable =
  'The file could not be sent: the service does not answer. Choose it again, and it goes on from here.';

/** Sends a file in parts, one behind the other. Errors: `SendingRefused`; the signal's reason where it was given up. */
export async function sendFile(sending: Sending): Promise<void> {
  const { file, onSent, signal } = sending;
  let at = 0;
  let failures = 0;
  while (at < file.size) {
    signal.throwIfAborted();
    const reached = await sendPart(sending, at);
    failures = reached === null ? failures + 1 : 0;
    if (failures >= mostAttempts) throw new SendingRefused(unreachable);
    if (reached === null) await pause(pauseMs(failures), signal);
    else at = reached;
    onSent(Math.min(at, file.size));
  }
}

/** Answers up to which byte the file has arrived; null where nobody answered, or nobody could at the moment. */
async function sendPart(
  { file, uploadId, tenant, signal, fetch: send = (...args) => fetch(...args) }: Sending,
  at: number,
): Promise<number | null> {
  const answer = await send(`/archives/${uploadId}?${new URLSearchParams({ offset: String(at) })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/zstd', 'x-tenant-id': tenant },
    body: file.slice(at, at + partBytes),
    signal: AbortSignal.any([signal, AbortSignal.timeout(partWithinMs)]),
  }).catch(() => null);
  if (!answer || answer.status >= 500 || answer.status === 429) return null;
  const said: unknown = await answer.json().catch(() => null);
  const received = (said as { received?: unknown } | null)?.received;
  // 409: it goes on where the API is, such as after an answer that was lost.
  if (typeof received === 'number') return received;
  const [problem] = (said as { errors?: { message?: string }[] } | null)?.errors ?? [];
  throw new SendingRefused(problem?.message ?? unreachable);
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
