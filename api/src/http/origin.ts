import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Origin } from '../access/asker';
import { sessionCookie } from '../access/session-cookie';
import { attemptCookie, attemptFrom } from '../access/single-sign-on/attempt-cookie';

/** Whether what this address says of whom it passes on is believed. */
export type Trust = (address: string, hop: number) => boolean;

/** The web server, on this machine, and the proxies of the deployment: addresses, subnets, or `uniquelocal` for private ones. */
export const trustOf = (proxies: readonly string[]): Trust => proxyAddr.compile(['loopback', ...proxies]);

/** Of the sender: the last one, on the way here, whom nobody trusted names as coming through it. */
export function addressOf(request: IncomingMessage, isTrusted: Trust): string {
  const address = proxyAddr(request, isTrusted);
  return isIP(address) ? address : (request.socket.remoteAddress ?? '');
}

interface OriginRules {
  /** Whether browsers come by https. */
  isSecure: boolean;
  isTrusted: Trust;
}

/** Where an HTTP request came from. */
export const originOf = (
  { id, raw }: FastifyRequest,
  reply: FastifyReply,
  { isSecure, isTrusted }: OriginRules,
): Origin => ({
  requestId: id,
  address: addressOf(raw, isTrusted),
  userAgent: raw.headers['user-agent'] ?? null,
  setSession: (token) => void reply.header('set-cookie', sessionCookie(token, isSecure)),
  attempt: attemptFrom(raw.headers.cookie, isSecure),
  setAttempt: (token) => void reply.header('set-cookie', attemptCookie(token, isSecure)),
});

/** The same of a WebSocket, whose answers carry no cookie. */
export const originOfSocket = (request: IncomingMessage, requestId: string, isTrusted: Trust): Origin => ({
  requestId,
  address: addressOf(request, isTrusted),
  userAgent: request.headers['user-agent'] ?? null,
  setSession: () => undefined,
  attempt: null,
  setAttempt: () => undefined,
});
