import { randomUUID } from 'node:crypto';
import type { Asker } from '../../access/asker';
import type { By } from './lifecycle';

/** Whoever sends a request. */
export const by = ({ principal, requestId, address }: Asker): By => ({
  principal,
  requestId,
  address,
  actor: principal && { id: principal.id, name: principal.name },
});

/** Whoever has the server's command line: `actor` is what stands in audit logs for them. */
export const byCommand = (actor: { id: string; name: string }): By => ({
  principal: null,
  requestId: randomUUID(),
  address: null,
  actor,
});
