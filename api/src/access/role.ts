import { registerEnumType } from 'type-graphql';

export enum Role {
  OWNER = 'owner',
  ADMIN = 'admin',
  MEMBER = 'member',
  VIEWER = 'viewer',
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What a member may do in a company; each may do what the ones below may.',
  valuesConfig: {
    OWNER: { description: 'Everything, to appoint owners and to delete the company included. There is always one.' },
    ADMIN: { description: 'Members, invitations, API keys and the audit log.' },
    MEMBER: { description: 'Contacts, conversations and messages: to read and to write.' },
    VIEWER: { description: 'To read only.' },
  },
});

const ranks: Record<Role, number> = { [Role.OWNER]: 3, [Role.ADMIN]: 2, [Role.MEMBER]: 1, [Role.VIEWER]: 0 };

export const isAtLeast = (role: Role, lowest: Role): boolean => ranks[role] >= ranks[lowest];
