import type { EntityManager } from 'typeorm';
import { badArgument } from '../graphql/errors';
import type { Loaders } from '../graphql/loaders';
import { Connection, type PageRequest } from '../graphql/pagination';
import type { Live } from '../live/live';
import type { EventSubscription } from '../live/subscription';
import type { Delivered, StreamSource } from '../live/tenant-stream';
import { cursorOf, seqFrom } from './cursor';
import type { EventType } from './event';
import { type LoggedEvent, readBounds, readEvents, requireWithin } from './event-log';
import type { EventKind, TenantEvent } from './tenant-event';

export type EventKinds = { [Type in EventType]?: EventKind };

interface Wanted {
  type?: EventType;
  /** A cursor, or "now", which is what null means. */
  after: string | null;
  isWanted?(event: LoggedEvent, row: Delivered['row'], loaders: Loaders): boolean | Promise<boolean>;
}

/** One tenant's events as a request may read them: by page, or as they happen. */
export class TenantEvents {
  constructor(
    private readonly tenantId: string,
    private readonly live: Live,
    private readonly source: StreamSource,
    private readonly kinds: EventKinds,
  ) {}

  /** Errors: `EVENTS_EXPIRED`; `BAD_USER_INPUT` for what is no cursor. */
  async subscribe({ type, after, isWanted = () => true }: Wanted): Promise<EventSubscription> {
    return this.live.subscribe(this.tenantId, {
      after: after === null || after === 'now' ? null : readCursor(after),
      isWanted: ({ event, row, loaders }) =>
        (type === undefined ? this.knows(event) : event.type === type && row !== null) && isWanted(event, row, loaders),
    });
  }

  /** A page of the log; an empty one ends where it was asked from, so that whoever begins with "now" can go on. Errors: as above. */
  async list(after: string | null, size: number): Promise<Connection<TenantEvent>> {
    const bounds = await this.source.bounds();
    const { oldest, newest } = bounds;
    const from = after === null ? oldest : after === 'now' ? newest : readCursor(after);
    requireWithin(bounds, from);
    const events = await this.source.read(from, size + 1);
    const shown = events.slice(0, size);
    const rows = await this.source.load(shown.filter((event) => this.knows(event)));
    const request: PageRequest = { size, isBackward: false, after: null, before: null };
    const page = new Connection(
      rows.map((delivered) => this.present(delivered)),
      request,
      ({ cursor }) => cursor,
      async (atMost) => Math.min(newest - from, atMost ?? Number.POSITIVE_INFINITY),
    );
    page.pageInfo.hasNextPage = events.length > size;
    page.pageInfo.endCursor = cursorOf(shown.at(-1)?.seq ?? from);
    return page;
  }

  /** While a deployment is on its way, the next version writes kinds that this one has no words for: it goes on behind them. */
  private knows({ type }: LoggedEvent): boolean {
    return this.kinds[type] !== undefined;
  }

  present({ event, row }: Delivered): TenantEvent {
    const kind = this.kinds[event.type];
    if (!kind) throw new Error(`expected a kind of event that a noun names, got ${event.type}`);
    return new kind.Type(event, row as never);
  }
}

function readCursor(cursor: string): number {
  const seq = seqFrom(cursor);
  if (seq === null) throw badArgument('after', 'expected the cursor of an event, or "now".');
  return seq;
}

/** How a tenant's log is read, and its rows with it. */
export function sourceOf(manager: EntityManager, kinds: EventKinds, newLoaders: () => Loaders): StreamSource {
  return {
    bounds: () => readBounds(manager),
    read: (after, atMost) => readEvents(manager, after, atMost),
    async load(events) {
      const loaders = newLoaders();
      // All at once, so that each kind's rows are read by one statement.
      return Promise.all(
        events.map(
          async (event): Promise<Delivered> => ({
            event,
            row: (await kinds[event.type]?.load(event, loaders)) ?? null,
            loaders,
          }),
        ),
      );
    },
  };
}
