import { type ActionId, actionIds, actionOf } from './registry';

/** What a part of the page can do now; false and nothing where it cannot. */
export type Handlers = Partial<Record<ActionId, (() => void) | false | undefined>>;

type Offer = () => Handlers;

/** Where the parts of a page say which actions are possible, and keys, buttons and menus find them. */
export class ActionBoard {
  private offers: readonly { offer: Offer; goesFirst: boolean }[] = [];
  private readonly isAllowed: (id: ActionId) => boolean;

  constructor(isAllowed: (id: ActionId) => boolean) {
    this.isAllowed = isAllowed;
  }

  /** Until what it answers is called. The part that came last goes before those of earlier, and `goesFirst` before all others. */
  offer(offer: Offer, goesFirst = false): () => void {
    this.offers = [...this.offers, { offer, goesFirst }].sort((a, b) => Number(a.goesFirst) - Number(b.goesFirst));
    return () => {
      this.offers = this.offers.filter((other) => other.offer !== offer);
    };
  }

  handlerOf(id: ActionId): (() => void) | undefined {
    if (!this.isAllowed(id)) return undefined;
    for (const { offer } of this.offers.toReversed()) {
      const handler = offer()[id];
      if (handler) return handler;
    }
    return undefined;
  }

  /** What a key stands for now: several actions may share it, of which one is possible at a time. */
  handlerOfKey(key: string): (() => void) | undefined {
    for (const id of actionIds) {
      const handler = actionOf(id).key === key ? this.handlerOf(id) : undefined;
      if (handler) return handler;
    }
    return undefined;
  }

  get possible(): ActionId[] {
    return actionIds.filter((id) => this.handlerOf(id) !== undefined);
  }
}
