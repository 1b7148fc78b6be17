import { mayOpen } from '../access/permission';
import type { Principal } from '../access/principal';
import type { Principals } from '../access/principals';
import type { RequestContext } from '../graphql/context';

export interface OpenStream {
  context: RequestContext;
  /** Who its credentials belong to by now. */
  authenticate(): Promise<Principal | null>;
  /** The caller no longer may. */
  end(): void;
}

/** What stays open longer than a request: whoever loses the right to it is felt there, too, whether anything happens or not. */
export class OpenStreams {
  private readonly streams = new Set<OpenStream>();
  private readonly stopListening: () => void;

  constructor(principals: Principals) {
    this.stopListening = principals.onChange(() => {
      for (const stream of this.streams) void this.ask(stream);
    });
  }

  /** Answers how to forget it again. */
  add(stream: OpenStream): () => void {
    this.streams.add(stream);
    return () => void this.streams.delete(stream);
  }

  close(): void {
    this.stopListening();
  }

  private async ask(stream: OpenStream): Promise<void> {
    const { asker, openTenant } = stream.context;
    try {
      const principal = await stream.authenticate();
      asker.principal = principal;
      if (principal && (!openTenant || mayOpen(principal, openTenant))) return;
    } catch {
      // Whom the database cannot vouch for now comes again when it can.
    }
    this.streams.delete(stream);
    stream.end();
  }
}
