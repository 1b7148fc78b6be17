import { SendingRefused, sendFile } from './send-file';

const mebibyte = 1024 * 1024;
const uploadId = '0190a000-0000-4000-8000-000000000000';
const file = new Blob([new Uint8Array(5 * mebibyte)]);

interface Answer {
  status: number;
  body: object;
}

/** Answers the parts one by one, and notes which bytes each had. */
function newSender(answers: (Answer | 'lost')[]) {
  const parts: [offset: number, bytes: number][] = [];
  const sent: number[] = [];
  const giveUp = new AbortController();
  const send = () =>
    sendFile({
      file,
      uploadId,
      tenant: 'acme',
      signal: giveUp.signal,
      onSent: (bytes) => sent.push(bytes),
      fetch: async (url, { body, headers }) => {
        expect(headers).toEqual({ 'content-type': 'application/zstd', 'x-tenant-id': 'acme' });
        parts.push([Number(new URL(url, 'http://here.invalid').searchParams.get('offset')), body.size]);
        const answer = answers[parts.length - 1];
        if (answer === undefined || answer === 'lost') throw new TypeError('fetch failed');
        return { status: answer.status, json: async () => answer.body } as Response;
      },
    });
  return { send, parts, sent, giveUp };
}

const received = (bytes: number, status = 200): Answer => ({ status, body: { received: bytes } });

test('a file is sent in parts, each behind the one before', async () => {
  const { send, parts, sent } = newSender([received(2 * mebibyte), received(4 * mebibyte), received(5 * mebibyte)]);

  await send();

  expect(parts).toEqual([
    [0, 2 * mebibyte],
    [2 * mebibyte, 2 * mebibyte],
    [4 * mebibyte, mebibyte],
  ]);
  expect(sent).toEqual([2 * mebibyte, 4 * mebibyte, 5 * mebibyte]);
});

test('after an answer that was lost, it goes on where the API is', async () => {
  const { send, parts } = newSender(['lost', received(4 * mebibyte, 409), received(5 * mebibyte)]);

  await send();

  expect(parts.map(([offset]) => offset)).toEqual([0, 0, 4 * mebibyte]);
});

test('what the API refuses is said in its own sentence, and not tried again', async () => {
  const message = '3 files are being sent for this company already; bring them in first.';
  const { send, parts } = newSender([{ status: 400, body: { errors: [{ message }] } }]);

  await expect(send()).rejects.toThrow(new SendingRefused(message));

  expect(parts).toHaveLength(1);
});

test('nothing more is sent once it was given up', async () => {
  const { send, parts, giveUp } = newSender([received(2 * mebibyte)]);
  giveUp.abort();

  await expect(send()).rejects.toThrow();

  expect(parts).toEqual([]);
});
