import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, request as requestOf, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sign } from 'aws4';
import type { BucketSettings } from '../tenancy/archive-settings';

const name = 'atrium-archives';
/** The only one that `s3rver` knows. */
const accessKeyId = 'S3RVER';
const secretAccessKey = 'S3RVER';
const objectSuffix = '._S3rver_object';
const uploadsFolder = '._S3rver_uploads';

/** What the store is asked. */
interface Asked {
  method: string;
  /** With its query, from the bucket on. */
  path: string;
  /** Of the body that comes along. */
  bytes: number;
}

/** Answers in the store's place, where it does. */
type Instead = (asked: Asked, response: ServerResponse) => boolean;

/**
 * `s3rver`, a store on files, behind what it lacks: signatures of version 4 are checked, by `aws4`; uploads that nobody has ended are listed,
 * a few at a time, and given up.
 */
export class TestBucket {
  readonly asked: Asked[] = [];
  /** Bodies that were under way at once, at most. */
  mostAtOnce = 0;
  /** To whoever reads, so far. */
  sentBytes = () => 0;
  instead: Instead = () => false;
  readonly settings: BucketSettings;
  private readonly port: number;
  private atOnce = 0;

  private constructor(
    private readonly server: Server,
    private readonly store: ChildProcess,
    private readonly storePort: number,
    private readonly folder: string,
  ) {
    this.port = (server.address() as AddressInfo).port;
    const endpoint = `http://127.0.0.1:${this.port}`;
    this.settings = { name, endpoint, region: 'eu-central-1', accessKeyId, secretAccessKey, prefix: 'atrium/' };
    server.on('request', (request, response) => this.take(request, response));
  }

  static async start(): Promise<TestBucket> {
    const folder = mkdtempSync(join(tmpdir(), 'atrium-bucket-'));
    const store = fork(join(__dirname, 's3rver-process.mjs'), [folder, name], {
      execArgv: ['--openssl-legacy-provider'],
    });
    const [storePort] = (await once(store, 'message')) as [number];
    const server = createServer();
    await listen(server, 0);
    return new TestBucket(server, store, storePort, folder);
  }

  /** From here on nobody can reach it. */
  async stop(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  startAgain = (): Promise<void> => listen(this.server, this.port);

  /** As it was when it was new. */
  async empty(): Promise<void> {
    this.instead = () => false;
    this.asked.length = 0;
    this.mostAtOnce = 0;
    await this.stop();
    await this.startAgain();
    for (const file of readdirSync(join(this.folder, name))) rmSync(join(this.folder, name, file), { recursive: true });
  }

  async remove(): Promise<void> {
    await this.stop();
    const ended = once(this.store, 'exit');
    this.store.disconnect();
    await ended;
    rmSync(this.folder, { recursive: true });
  }

  /** Keys. */
  objects(): string[] {
    const files = readdirSync(join(this.folder, name), { recursive: true, encoding: 'utf8' });
    return files
      .filter((file) => file.endsWith(objectSuffix))
      .map((file) => file.slice(0, -objectSuffix.length))
      .sort();
  }

  /** Where the content of an object lies. */
  fileOf = (key: string): string => join(this.folder, name, `${key}${objectSuffix}`);

  /** Those that nobody has ended, in the store's order. */
  uploads(): { key: string; id: string; begun: Date }[] {
    const folder = join(this.folder, name, uploadsFolder);
    const ids = readdirSync(join(this.folder, name)).includes(uploadsFolder) ? readdirSync(folder) : [];
    return ids
      .map((id) => ({ id, file: join(folder, id, 'key') }))
      .map(({ id, file }) => ({ id, key: readFileSync(file, 'utf8'), begun: statSync(file).mtime }))
      .sort((a, b) => (a.key + a.id < b.key + b.id ? -1 : 1));
  }

  private take(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '' } = request;
    const asked = { method, path: url, bytes: Number(request.headers['content-length'] ?? 0) };
    this.asked.push(asked);
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    response.once('close', () => {
      this.atOnce -= 1;
    });
    const { socket } = request;
    this.sentBytes = () => socket.bytesWritten;
    // Of what is answered here nobody reads the body.
    if (this.instead(asked, response) || this.answers(request, response)) request.resume();
    else this.passOn(request, response);
  }

  private passOn(request: IncomingMessage, response: ServerResponse): void {
    const { method, url: path, headers } = request;
    const passed = requestOf({ host: '127.0.0.1', port: this.storePort, method, path, headers });
    passed.on('response', (answered) => {
      response.writeHead(answered.statusCode ?? 500, answered.headers);
      answered.pipe(response);
    });
    passed.on('error', () => response.destroy());
    response.on('close', () => passed.destroy());
    request.pipe(passed);
  }

  /** What `s3rver` does not: whether it was such a request. */
  private answers(request: IncomingMessage, response: ServerResponse): boolean {
    const query = new URL(request.url ?? '', this.settings.endpoint).searchParams;
    const upload = query.get('uploadId');
    if (!isSigned(request)) refuse(response, 403, 'SignatureDoesNotMatch');
    else if (request.method === 'DELETE' && upload !== null) this.abort(upload, response);
    else if (request.method === 'GET' && query.has('uploads')) this.list(query, response);
    else return false;
    return true;
  }

  private abort(id: string, response: ServerResponse): void {
    if (this.uploads().some((upload) => upload.id === id)) {
      rmSync(join(this.folder, name, uploadsFolder, id), { recursive: true });
      response.writeHead(204).end();
    } else refuse(response, 404, 'NoSuchUpload');
  }

  private list(query: URLSearchParams, response: ServerResponse): void {
    const after = `${query.get('key-marker') ?? ''}${query.get('upload-id-marker') ?? ''}`;
    const found = this.uploads().filter(({ key, id }) => key.startsWith(query.get('prefix') ?? '') && key + id > after);
    const page = found.slice(0, uploadsAtOnce);
    const last = page.at(-1);
    const more = `<NextKeyMarker>${last?.key}</NextKeyMarker><NextUploadIdMarker>${last?.id}</NextUploadIdMarker>`;
    const uploads = page.map(
      ({ key, id, begun }) =>
        `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${begun.toISOString()}</Initiated></Upload>`,
    );
    const isCut = found.length > page.length;
    answer(
      response,
      200,
      `<ListMultipartUploadsResult>${isCut ? more : ''}<IsTruncated>${isCut}</IsTruncated>${uploads.join('')}</ListMultipartUploadsResult>`,
    );
  }
}

const uploadsAtOnce = 2;

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

/** As another implementation of signatures signs the same request. */
function isSigned({ method = '', url = '', headers }: IncomingMessage): boolean {
  const given = headers.authorization ?? '';
  const names = /SignedHeaders=([^,]+)/.exec(given)?.[1]?.split(';') ?? [];
  const region = /Credential=[^/]+\/\d+\/([^/]+)/.exec(given)?.[1] ?? '';
  const signed = Object.fromEntries(names.map((header) => [header, String(headers[header])]));
  const again = sign(
    { method, path: url, headers: signed, service: 's3', region, host: String(headers.host) },
    { accessKeyId, secretAccessKey },
  );
  return again.headers?.['Authorization'] === given;
}

function answer(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?>${xml}`);
}

export const refuse = (response: ServerResponse, status: number, code: string): void =>
  answer(response, status, `<Error><Code>${code}</Code><Message>No.</Message></Error>`);
