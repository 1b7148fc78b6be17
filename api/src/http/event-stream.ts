import { once } from 'node:events';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { authenticate, type DoorRules } from '../access/authenticate';
import { cursorOf } from '../events/cursor';
import { RequestContext } from '../graphql/context';
import { tenantNotFound } from '../graphql/errors';
import { type Door, openContext } from '../graphql/open-context';
import { EventSubscription } from '../live/subscription';
import type { Delivered } from '../live/tenant-stream';
import type { OpenStreams } from './open-streams';
import { originOf } from './origin';
import { refusalOf, refuse } from './refuse';
import type { Senders } from './senders';

/** So that whatever stands in between does not hold the connection for idle, and a reader that is gone is found out. */
const beatEveryMs = 15_000;

/** A reader that takes nothing for so long is sent away; it comes back with the last id it has. */
const takeWithinMs = 30_000;

interface Asked {
  Querystring: { after?: string };
}

interface StreamOptions {
  senders: Senders;
  streams: OpenStreams;
  rules: DoorRules;
}

/**
 * The tenant's events for programs without WebSockets: `GET /events?after=CURSOR` as `text/event-stream`. Each has its cursor as `id`, so that
 * a reader which connects again by itself goes on where it was (`Last-Event-ID`). Ids and kinds; rows are for queries.
 */
export function addEventStream(http: FastifyInstance, door: Door, { senders, streams, rules }: StreamOptions): void {
  const open = new Set<EventSubscription>();
  http.addHook('preClose', async () => {
    for (const subscription of open) await subscription.return();
  });

  http.get<Asked>('/events', async (request, reply) => {
    const leave = senders.enter(request.raw);
    if (!leave) return refuse(reply, tooManyStreams());
    reply.raw.once('close', leave);
    const credentials = request.headers;
    const context = await openContext(door, {
      ...originOf(request, reply, { isSecure: false, isTrusted: senders.isTrusted }),
      ...rules,
      credentials,
      tenantId: credentials['x-tenant-id'],
      cacheRows: false,
    }).catch((error: unknown) => refuse(reply, error));
    if (!(context instanceof RequestContext)) return context;
    const leaveAsWell = senders.enterAs(context.asker.principal);
    if (!leaveAsWell) return refuse(reply, tooManyStreams());
    reply.raw.once('close', leaveAsWell);
    const subscription = await subscribe(context, request).catch((error: unknown) => refuse(reply, error));
    if (!(subscription instanceof EventSubscription)) return subscription;
    open.add(subscription);
    const forget = streams.add({
      context,
      authenticate: () => authenticate(door.access.principals, credentials, rules),
      end: () => subscription.end(tenantNotFound()),
    });
    reply.hijack();
    send(reply, subscription)
      .finally(() => {
        open.delete(subscription);
        forget();
      })
      .catch(() => undefined);
  });
}

async function subscribe(
  context: RequestContext,
  { headers, query }: FastifyRequest<Asked>,
): Promise<EventSubscription> {
  context.require('conversations:read');
  const last = headers['last-event-id'];
  const after = (typeof last === 'string' && last) || query.after || null;
  return context.events.subscribe({ after });
}

const tooManyStreams = (): GraphQLError =>
  new GraphQLError('This address or account has as many connections open as it may: end some first.', {
    extensions: { code: 'TOO_MANY_REQUESTS', retryAfterMs: 5_000, http: { status: 429 } },
  });

async function send(reply: FastifyReply, subscription: EventSubscription): Promise<void> {
  const { raw } = reply;
  raw.on('close', () => void subscription.return());
  raw.on('error', () => void subscription.return());
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write(': the events of this tenant; each id is a cursor\n\n');
  const beat = setInterval(() => raw.write(':\n\n'), beatEveryMs);
  try {
    for await (const delivered of subscription) {
      if (!raw.write(frameOf(delivered))) await drained(raw);
    }
  } catch (error) {
    // Such as a tenant that was closed: said as an event of its own, since the status is long sent.
    const { refusal } = refusalOf(error, reply.request.id);
    raw.write(`event: error\ndata: ${JSON.stringify(refusal)}\n\n`);
  } finally {
    clearInterval(beat);
    raw.end();
  }
}

function frameOf({ event: { seq, type, id, parentId, occurredAt } }: Delivered): string {
  const cursor = cursorOf(seq);
  return `id: ${cursor}\nevent: ${type}\ndata: ${JSON.stringify({ cursor, type, id, parentId, occurredAt })}\n\n`;
}

async function drained(raw: FastifyReply['raw']): Promise<void> {
  const waiting = new AbortController();
  const signal = AbortSignal.any([waiting.signal, AbortSignal.timeout(takeWithinMs)]);
  try {
    await Promise.race([once(raw, 'drain', { signal }), once(raw, 'close', { signal })]);
  } catch {
    raw.destroy();
  } finally {
    // Or whatever did not happen would be listened for until the time is over, once for each time that the reader was slow.
    waiting.abort();
  }
}
