import type { Role } from '../../generated/graphql';

/** From the one that may do most. */
export const roles: readonly { value: Role; label: string; text: string }[] = [
  { value: 'OWNER', label: 'Owner', text: 'Everything, to appoint owners and to delete the company included.' },
  { value: 'ADMIN', label: 'Admin', text: 'Members, invitations, API keys and the audit log as well.' },
  { value: 'MEMBER', label: 'Member', text: 'Reads and writes contacts, conversations and messages.' },
  { value: 'VIEWER', label: 'Viewer', text: 'Reads, and changes nothing.' },
];

export const labelOfRole = (role: Role): string => roles.find(({ value }) => value === role)?.label ?? role;

/** Only owners make owners. */
export const rolesToGive = (isOwner: boolean) => roles.filter(({ value }) => isOwner || value !== 'OWNER');
