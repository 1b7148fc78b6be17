import type { RequestContext } from '../graphql/context';
import { tooManyExports } from '../graphql/errors';
import { type Leave, Places } from './senders';

/** How many are under way at a time: of a company, of a person or API key, and in the process. */
export interface PlaceLimits {
  ofTenant: number;
  ofAccount: number;
  ofProcess: number;
}

/** Bounds how many files are being sent at a time. */
export class ExportPlaces {
  private readonly tenants: Places;
  private readonly accounts: Places;
  private readonly process: Places;

  constructor({ ofTenant, ofAccount, ofProcess }: PlaceLimits) {
    this.tenants = new Places(ofTenant);
    this.accounts = new Places(ofAccount);
    this.process = new Places(ofProcess);
  }

  /** Answers how to leave again. Errors: `TOO_MANY_REQUESTS`. */
  enter({ tenant, asker: { principal } }: RequestContext): Leave {
    const entered: Leave[] = [];
    const leave = () => {
      for (const one of entered) one();
    };
    const enter = (place: Leave | null, who: string) => {
      if (!place) {
        leave();
        throw tooManyExports(who);
      }
      entered.push(place);
    };
    enter(this.tenants.enter(tenant.id), 'This company');
    // The operator, who is alone there, is not counted.
    if (principal && principal.kind !== 'operator') enter(this.accounts.enter(principal.id), 'This account');
    enter(this.process.enter(''), 'This server');
    return leave;
  }
}
