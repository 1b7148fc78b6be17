import type { AuditFilter } from '../../generated/graphql';

/** Which entries are shown, as the address says: `?who=…&what=member.invite&from=2026-11-01&until=2026-11-30`. */
export interface AuditAddress {
  /** Of an account or an API key. */
  who: string | null;
  /** An action. */
  what: string | null;
  /** Days, both included. */
  from: string | null;
  until: string | null;
}

/** What is written down in a company's log, in words. */
export const actions: Readonly<Record<string, string>> = {
  'member.invite': 'Invited somebody',
  'member.uninvite': 'Withdrew an invitation',
  'member.join': 'Joined',
  'member.changeRole': 'Changed a role',
  'member.remove': 'Removed a member',
  'member.leave': 'Left',
  'apiKey.create': 'Made an API key',
  'apiKey.revoke': 'Revoked an API key',
  'contacts.export': 'Exported contacts',
  'contact.export': 'Downloaded everything about a contact',
  'contact.erase': 'Erased a contact',
  'singleSignOn.set': 'Set a provider for single sign-on',
  'singleSignOn.remove': 'Removed single sign-on',
  'singleSignOn.join': 'Joined by single sign-on',
  'singleSignOn.link': 'Signed in by single sign-on for the first time',
  'singleSignOn.signIn': 'Signed in by single sign-on',
  'singleSignOn.refuse': 'Was refused by single sign-on',
  'tenant.rename': 'Renamed the company',
  'tenant.suspend': 'Suspended the company',
  'tenant.resume': 'Opened the company again',
  'tenant.delete': 'Deleted the company',
  'tenant.restore': 'Restored the company',
  'operator.nameOwner': 'Named an owner',
  'operator.resetPassword': 'Made a link for a new password',
  'operator.signInLink': 'Made a link to sign in as a member',
  'operator.removeSecondStep': 'Removed a member’s second step',
};

const names = ['who', 'what', 'from', 'until'] as const;
const dayMs = 86_400_000;

/** Whatever the address says; days that do not exist are left out. */
export function readAuditAddress(params: URLSearchParams): AuditAddress {
  const text = (name: string) => params.get(name)?.trim() || null;
  return { who: text('who'), what: text('what'), from: dayOf(text('from')), until: dayOf(text('until')) };
}

/** The shortest address that says the same. */
export function writeAuditAddress(address: AuditAddress): URLSearchParams {
  return new URLSearchParams(names.flatMap((name) => (address[name] === null ? [] : [[name, address[name]]])));
}

export const isAuditFiltered = (address: AuditAddress): boolean => names.some((name) => address[name] !== null);

/** Days are those of UTC, so that server and browser ask for the same. Null for all entries. */
export function auditFilterOf(address: AuditAddress): AuditFilter | null {
  const { who, what, from, until } = address;
  if (!isAuditFiltered(address)) return null;
  return {
    ...(who !== null && { actorId: who }),
    ...(what !== null && { action: [what] }),
    ...(from !== null && { createdAfter: new Date(from).toISOString() }),
    ...(until !== null && { createdBefore: new Date(Date.parse(until) + dayMs).toISOString() }),
  };
}

function dayOf(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(text);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}
