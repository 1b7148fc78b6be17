import { type DocumentNode, getOperationAST } from 'graphql';
import { LRUCache } from 'lru-cache';
import { costOf, type Operation, withoutTexts } from './limits';

/** Units: characters of what is remembered, and of one entry of it. */
const [mostText, mostTextOfOne] = [2_000_000, 2_000];

/** What operations cost, counted once for each document and what the cost depends on. One per server. */
export class KnownCosts {
  private readonly costs = new LRUCache<string, number>({ maxSize: mostText });
  private readonly documents = new WeakMap<DocumentNode, number>();
  private lastDocument = 0;

  /** As `requireCost`, whose errors it has. */
  require(operation: Operation): number {
    const key = this.keyOf(operation);
    const cost = this.costs.get(key) ?? costOf(operation);
    // Wrong variables tell nothing of what right ones cost.
    if (cost === null) return 0;
    if (key.length <= mostTextOfOne) this.costs.set(key, cost, { size: key.length });
    return cost;
  }

  private keyOf({ document, operationName, variables }: Operation): string {
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
    const values = definitions.map(({ variable }) => withoutTexts(variables?.[variable.name.value]));
    const shape = JSON.stringify([operationName, ...values], (_, value) => (value === undefined ? 'none' : value));
    return `${this.idOf(document)} ${shape}`;
  }

  private idOf(document: DocumentNode): number {
    const known = this.documents.get(document);
    if (known !== undefined) return known;
    this.lastDocument += 1;
    this.documents.set(document, this.lastDocument);
    return this.lastDocument;
  }
}
