import type { ConnectionBudget } from '../database/connection-budget';
import { Accounts } from './account/accounts';
import { Resets } from './account/resets';
import { SignInLinks } from './account/sign-in-links';
import { Actors } from './actor/actors';
import { AuditLog } from './audit/audit-log';
import { Gatekeeper } from './gatekeeper';
import { Housekeeping } from './housekeeping';
import { ApiKeys } from './key/api-keys';
import { Invitations } from './member/invitations';
import { Members } from './member/members';
import { Challenges } from './passkey/challenges';
import { PasskeySignIn } from './passkey/passkey-sign-in';
import { Passkeys } from './passkey/passkeys';
import { RelyingParty } from './passkey/relying-party';
import type { PermissionTable } from './permission';
import { Principals } from './principals';
import { Seal } from './seal';
import { SecondSteps } from './second-step/second-steps';
import { TwoFactor } from './second-step/two-factor';
import { CompanySignIns } from './single-sign-on/company-sign-ins';
import type { OutsideRules } from './single-sign-on/outside-fetch';
import { ProviderClient } from './single-sign-on/provider';
import { Providers } from './single-sign-on/providers';
import { Standings } from './standing';

/** Of the web client: where a company's provider sends people back to. */
const callbackPath = '/sign-in/company/callback';

export interface AccessOptions extends OutsideRules {
  /** Under which stored secrets are sealed. */
  secret: string;
  /** Of the web client: what passkeys are made for. */
  webOrigin: string;
  /** Units: milliseconds. What codes of the second step are compared with. */
  now?: () => number;
}

/** Who belongs, and what they may do. One per process; whatever changes something asks first whether the asker may. */
export class Access {
  readonly gatekeeper: Gatekeeper;
  readonly principals: Principals;
  readonly accounts: Accounts;
  readonly resets: Resets;
  readonly signInLinks: SignInLinks;
  readonly members: Members;
  readonly invitations: Invitations;
  readonly apiKeys: ApiKeys;
  readonly auditLog: AuditLog;
  readonly twoFactor: TwoFactor;
  readonly passkeys: Passkeys;
  readonly passkeySignIn: PasskeySignIn;
  readonly housekeeping: Housekeeping;
  readonly actors = new Actors();
  readonly standings: Standings;
  readonly seal: Seal;
  readonly providers: Providers;
  readonly companySignIns: CompanySignIns;

  constructor(
    budget: ConnectionBudget,
    table: PermissionTable,
    { secret, webOrigin, allowsLoopback, now = Date.now }: AccessOptions,
  ) {
    this.seal = new Seal(secret);
    this.gatekeeper = new Gatekeeper(table);
    this.principals = new Principals(budget);
    this.standings = new Standings(budget, table);
    this.housekeeping = new Housekeeping(budget);
    const steps = new SecondSteps(this.seal, now);
    this.accounts = new Accounts(budget, this.principals, steps);
    this.twoFactor = new TwoFactor(budget, this.accounts, steps);
    const [challenges, party] = [new Challenges(budget), new RelyingParty(webOrigin)];
    this.passkeys = new Passkeys(budget, challenges, party);
    this.passkeySignIn = new PasskeySignIn(budget, challenges, party);
    this.signInLinks = new SignInLinks(budget);
    this.resets = new Resets(budget, this.principals);
    this.members = new Members(budget, this.principals, this.gatekeeper);
    this.invitations = new Invitations(budget, this.principals, this.gatekeeper);
    this.apiKeys = new ApiKeys(budget, this.principals, this.gatekeeper);
    this.auditLog = new AuditLog(budget, this.gatekeeper);
    const client = new ProviderClient({ redirectUri: `${webOrigin}${callbackPath}`, allowsLoopback });
    this.providers = new Providers(budget, this.principals, this.gatekeeper, this.seal, client);
    this.companySignIns = new CompanySignIns(budget, this.principals, this.providers, client);
  }
}
