import type { ConnectionBudget } from '../database/connection-budget';
import { Accounts } from './account/accounts';
import { Resets } from './account/resets';
import { Actors } from './actor/actors';
import { AuditLog } from './audit/audit-log';
import { Gatekeeper } from './gatekeeper';
import { ApiKeys } from './key/api-keys';
import { Invitations } from './member/invitations';
import { Members } from './member/members';
import type { PermissionTable } from './permission';
import { Principals } from './principals';
import { Seal } from './seal';

/** Who belongs, and what they may do. One per process; whatever changes something asks first whether the asker may. */
export class Access {
  readonly gatekeeper: Gatekeeper;
  readonly principals: Principals;
  readonly accounts: Accounts;
  readonly resets: Resets;
  readonly members: Members;
  readonly invitations: Invitations;
  readonly apiKeys: ApiKeys;
  readonly auditLog: AuditLog;
  readonly actors = new Actors();
  readonly seal: Seal;

  constructor(budget: ConnectionBudget, table: PermissionTable, secret: string) {
    this.seal = new Seal(secret);
    this.gatekeeper = new Gatekeeper(table);
    this.principals = new Principals(budget);
    this.accounts = new Accounts(budget, this.principals);
    this.resets = new Resets(budget, this.principals);
    this.members = new Members(budget, this.principals, this.gatekeeper);
    this.invitations = new Invitations(budget, this.principals, this.gatekeeper);
    this.apiKeys = new ApiKeys(budget, this.principals, this.gatekeeper);
    this.auditLog = new AuditLog(budget, this.gatekeeper);
  }
}
