import type { LatestSubscription } from './latest-subscription';
import type { Presence } from './presence';
import type { Seen } from './room';

/** One tenant's presence, as a request may have it. */
export class TenantPresence {
  constructor(
    private readonly tenantId: string,
    private readonly presence: Presence,
  ) {}

  /** `accountId`: who is there meanwhile; null for nobody. Null for a conversation: there is none. Errors: `TOO_MANY_REQUESTS`. */
  watch(conversationId: string | null, accountId: string | null): LatestSubscription<Seen> {
    if (conversationId === null) return this.presence.watchNothing();
    return this.presence.watch(this.tenantId, conversationId, accountId);
  }

  type(conversationId: string, accountId: string, isTyping: boolean): void {
    this.presence.type(this.tenantId, conversationId, accountId, isTyping);
  }

  seen(conversationId: string): Seen {
    return this.presence.seen(this.tenantId, conversationId);
  }
}
