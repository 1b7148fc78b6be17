import { pipeline } from 'node:stream/promises';
import type { FastifyReply } from 'fastify';
import type { Permission } from '../access/permission';
import type { Principal } from '../access/principal';
import type { ExportedFile } from '../export/export';
import type { RequestContext } from '../graphql/context';
import { tenantNotFound } from '../graphql/errors';
import type { OpenStreams } from './open-streams';

/** Units: milliseconds. */
export interface SendingLimits {
  /** A reader that takes nothing for so long is sent away. */
  takeWithinMs: number;
  /** And any other one in the end. */
  endWithinMs: number;
}

interface Sending {
  reply: FastifyReply;
  context: RequestContext;
  limits: SendingLimits;
  /** For the audit log. */
  action: string;
  headers: Record<string, string>;
  needs: readonly Permission[];
  streams: OpenStreams;
  /** Who its credentials belong to by now. */
  authenticate: () => Promise<Principal | null>;
  tellFailure: (error: unknown) => void;
}

/** Errors: those of the first piece, before anything is answered. Later ones end the connection in the middle, and the log has the reason. */
export async function sendExport(file: ExportedFile, sending: Sending): Promise<void> {
  const { reply, context, limits, streams, authenticate, tellFailure } = sending;
  const { raw } = reply;
  const pieces = file.pieces();
  const first = await pieces.next();
  const tell = auditOnce(file, sending);

  async function* watched(): AsyncGenerator<string | Buffer, void> {
    try {
      for (let piece = first; !piece.done; piece = await pieces.next()) {
        yield piece.value;
        patience.refresh();
        await requireStill(sending);
      }
      // Before the end is sent: who has a whole file stands in the log.
      await tell('');
    } catch (error) {
      tellFailure(error);
      throw error;
    }
  }

  const cut = () => void raw.destroy();
  const patience = setTimeout(cut, limits.takeWithinMs);
  const end = setTimeout(cut, limits.endWithinMs);
  const forget = streams.add({ context, authenticate, end: cut });
  reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    ...sending.headers,
    'cache-control': 'no-store',
  });
  try {
    await pipeline(watched, raw);
  } finally {
    clearTimeout(patience);
    clearTimeout(end);
    forget();
    await pieces.return();
    await tell(', and ended before the last').catch(tellFailure);
  }
}

/** That this is asked anew is what a stream of pages has to itself: a company may be suspended, and a key revoked, in the middle of one. */
async function requireStill({ context, needs }: Sending): Promise<void> {
  for (const permission of needs) context.require(permission);
  if (!(await context.companies.find(context.tenant.id))) throw tenantNotFound();
}

/** How far it came, whichever way it ended; and who it was that asked, though by then they may be nobody. */
function auditOnce(file: ExportedFile, { context, action }: Sending) {
  const { tenant, access } = context;
  const asker = { ...context.asker };
  let isTold = false;
  return async (how: string): Promise<void> => {
    if (isTold) return;
    isTold = true;
    await access.auditLog.add(asker, tenant.id, { action, target: `${file.told}${how}` });
  };
}
