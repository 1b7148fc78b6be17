import { connect, type Socket } from 'node:net';
import type { HttpRequest } from './contender';

export interface HttpAnswer {
  status: number;
  /** As it came over the wire, head and all. */
  text: Buffer;
}

const [endOfHead, endOfChunks] = ['\r\n\r\n', '0\r\n\r\n'];

/**
 * A kept connection that is asked one thing after the other. Client, contender and database share the cores: what a complete client does for
 * each request would take as long as the quickest contender does, and would be measured with all of them.
 * Errors: where the connection ends, or an answer has neither length nor chunks.
 */
export class HttpConnection {
  private readonly socket: Socket;
  private parts: Buffer[] = [];
  private waiting: { resolve(answer: HttpAnswer): void; reject(error: Error): void } | undefined;

  constructor(private readonly url: URL) {
    this.socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    this.socket.on('data', (part) => this.take(part));
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('close', () => this.fail(new Error('expected an answer, got the end of the connection')));
  }

  ask({ method, path, headers = {}, body = '' }: HttpRequest): Promise<HttpAnswer> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const length = method === 'POST' ? `content-length: ${Buffer.byteLength(body)}\r\n` : '';
    const head = `${method} ${path} HTTP/1.1\r\nhost: ${this.url.host}\r\n${lines.join('')}${length}\r\n`;
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) return reject(new Error('expected an open connection'));
      this.waiting = { resolve, reject };
      this.socket.write(head + body);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(part: Buffer): void {
    this.parts.push(part);
    const text = this.parts.length === 1 ? part : Buffer.concat(this.parts);
    this.parts = [text];
    if (!isWhole(text)) return;
    this.parts = [];
    this.waiting?.resolve({ status: Number(text.toString('latin1', 9, 12)), text });
    this.waiting = undefined;
  }

  private fail(error: Error): void {
    this.waiting?.reject(error);
    this.waiting = undefined;
  }
}

function isWhole(text: Buffer): boolean {
  const end = text.indexOf(endOfHead);
  if (end < 0) return false;
  const head = text.toString('latin1', 0, end).toLowerCase();
  const start = end + endOfHead.length;
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  if (length !== undefined) return text.length >= start + Number(length);
  if (!head.includes('\r\ntransfer-encoding: chunked')) throw new Error(`expected a length, got ${head}`);
  return (
    text.length >= start + endOfChunks.length &&
    text.toString('latin1', text.length - endOfChunks.length) === endOfChunks
  );
}
