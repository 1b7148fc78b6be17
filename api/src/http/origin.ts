import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Origin } from '../access/asker';
import { sessionCookie } from '../access/session-cookie';

/** The web server, on this machine, says whom it passes on; nobody else is believed. */
export function addressOf({ socket, headers }: IncomingMessage): string {
  const peer = socket.remoteAddress ?? '';
  const passedOn = headers['x-forwarded-for'];
  const isOurs = peer === '::1' || peer.endsWith('127.0.0.1');
  return isOurs && typeof passedOn === 'string' ? (passedOn.split(',').at(-1)?.trim() ?? peer) : peer;
}

/** Where an HTTP request came from. */
export const originOf = ({ id, raw }: FastifyRequest, reply: FastifyReply, isSecure: boolean): Origin => ({
  requestId: id,
  address: addressOf(raw),
  userAgent: raw.headers['user-agent'] ?? null,
  setSession: (token) => void reply.header('set-cookie', sessionCookie(token, isSecure)),
});

/** The same of a WebSocket, whose answers carry no cookie. */
export const originOfSocket = (request: IncomingMessage, requestId: string): Origin => ({
  requestId,
  address: addressOf(request),
  userAgent: request.headers['user-agent'] ?? null,
  setSession: () => undefined,
});
