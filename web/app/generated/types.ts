/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** An invitation to accept. */
export type AcceptInvitationInput = {
  /** From the link. */
  token: string;
};

/** A passkey that the browser has made. */
export type AddPasskeyInput = {
  /** What it is, for people. */
  name: string;
  /** The browser’s answer to the options of `beginPasskey`, as JSON. */
  response: Record<string, unknown>;
};

/** Which entries of an audit log are shown: those that meet every condition given. */
export type AuditFilter = {
  /** One of these was done, such as `member.invite`. */
  action?: Array<string> | null | undefined;
  /** Done by this account or API key. */
  actorId?: string | null | undefined;
  /** Done at this moment or later. */
  createdAfter?: string | null | undefined;
  /** Done before this moment. */
  createdBefore?: string | null | undefined;
};

/** Somebody who signs in by a company’s provider. */
export type BeginSingleSignOnInput = {
  /** The company’s slug. */
  company: string;
};

/** Another role for a member. */
export type ChangeMemberRoleInput = {
  /** The membership. */
  id: string;
  /** From now on. */
  role: Role;
};

/** A new password for the viewer; all other sessions end. */
export type ChangePasswordInput = {
  /** The present one. */
  currentPassword: string;
  /** Any characters, white space included. */
  newPassword: string;
};

/** The conversation to close. */
export type CloseConversationInput = {
  /** Which conversation. */
  id: string;
};

/** Which contacts a list shows: those that meet every condition given. */
export type ContactFilter = {
  /** The company is one of these. */
  company?: Array<string> | null | undefined;
  /** At least one conversation has one of these statuses. */
  conversationStatus?: Array<ConversationStatus> | null | undefined;
  /** Created at this moment or later. */
  createdAfter?: string | null | undefined;
  /** Created before this moment. */
  createdBefore?: string | null | undefined;
  /** The source is one of these. */
  source?: Array<string> | null | undefined;
};

/** An order of contacts. Ties are broken by id. */
export type ContactOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ContactOrderField;
};

/** What contacts can be ordered by. */
export type ContactOrderField =
  /** When the contact was created. */
  | 'CREATED_AT'
  /** When a message was last written in any of its conversations. */
  | 'LAST_ACTIVITY_AT'
  /** The name, without regard to case, accented letters beside their plain ones. */
  | 'NAME';

/** Whether a conversation wants attention. */
export type ConversationStatus =
  /** Open. Where every conversation starts. */
  | 'ACTIVE'
  /** Settled. A message of the contact opens it again. */
  | 'CLOSED'
  /** Out of sight until `snoozedUntil`, or until the contact writes. */
  | 'SNOOZED';

/** A key for a program. */
export type CreateApiKeyInput = {
  /** From then on it is refused; never where nothing is said. */
  expiresAt?: string | null | undefined;
  /** What it is for, for people. */
  name: string;
  /** What the program may do; nothing that the viewer may not. */
  scopes: Array<string>;
  /** The one company in which it is good. */
  tenantId: string;
};

/** A contact to create, with its first conversation. An e-mail address or a telephone number is required. */
export type CreateContactInput = {
  /** The organisation the contact works for. */
  company?: string | null | undefined;
  /** Required where `phone` is missing. Several contacts may share one. */
  email?: string | null | undefined;
  /** Any text of your own. Sent again with the same input within 24 hours, it answers the first result and creates nothing. */
  idempotencyKey?: string | null | undefined;
  /** Further keys of your own. `company`, `position` and `source` belong in their fields. */
  metadata?: Record<string, unknown> | null | undefined;
  /** The whole name as one text. */
  name: string;
  /** Required where `email` is missing. With its country code. */
  phone?: string | null | undefined;
  /** What the contact does there. */
  position?: string | null | undefined;
  /** How the contact came to you. */
  source?: string | null | undefined;
};

/** A company to register. */
export type CreateTenantInput = {
  /** Any text of your own. Sent again with the same name within 24 hours, it answers the tenant of the first time. */
  idempotencyKey?: string | null | undefined;
  /** The company's name. Other companies may have the same one; the slug tells them apart. */
  name: string;
};

/** The contact to delete, with its conversations and messages. */
export type DeleteContactInput = {
  /** The contact to delete. */
  id: string;
};

/** That it is the person who asks. */
export type DisableTwoFactorInput = {
  /** The account’s password. */
  password: string;
};

/** That the app has the secret, and that it is the person who says so. */
export type EnableTwoFactorInput = {
  /** The six digits that the app shows. */
  code: string;
  /** The account’s password. */
  password: string;
};

/** What the provider sent the browser back with. */
export type FinishSingleSignOnInput = {
  /** The parameter `code` of the address. */
  code: string;
  /** The parameter `iss` of the address, where there is one. */
  iss?: string | null | undefined;
  /** The parameter `state` of the address. */
  state: string;
};

/** Somebody to ask into a company. */
export type InviteMemberInput = {
  /** Where the invitation goes; only the account with this address can accept it. */
  email: string;
  /** What they will be able to do. */
  role?: Role;
  /** The company. */
  tenantId: string;
};

/** Which end of a list comes first. */
export type OrderDirection =
  /** Smallest, earliest, or A first. */
  | 'ASC'
  /** Largest, latest, or Z first. */
  | 'DESC';

/** A member to remove; the viewer’s own membership to leave. */
export type RemoveMemberInput = {
  /** The membership. */
  id: string;
};

/** A passkey to remove. */
export type RemovePasskeyInput = {
  /** One of `viewer.passkeys`. */
  id: string;
};

/** A company that is to have no provider. */
export type RemoveSingleSignOnInput = {
  /** Which. Its present sessions by single sign-on end. */
  tenantId: string;
};

/** That it is the person who asks. */
export type RenewRecoveryCodesInput = {
  /** The account’s password. */
  password: string;
};

/** The conversation to make active again. */
export type ReopenConversationInput = {
  /** Which conversation. */
  id: string;
};

/** Somebody who forgot the password. */
export type RequestPasswordResetInput = {
  /** The account’s address. */
  email: string;
};

/** What came by mail, and the new password; all sessions end. */
export type ResetPasswordInput = {
  /** Any characters, white space included. */
  newPassword: string;
  /** From the link, which is good for an hour and once. */
  token: string;
};

/** The deleted contact to bring back. */
export type RestoreContactInput = {
  /** The id that the contact had, and will have again. */
  id: string;
};

/** A key to revoke. */
export type RevokeApiKeyInput = {
  /** One of `Tenant.apiKeys`. */
  id: string;
};

/** An invitation to take back. */
export type RevokeInvitationInput = {
  /** One of `Tenant.invitations`. */
  id: string;
};

/** A session to end. */
export type RevokeSessionInput = {
  /** One of `viewer.sessions`. */
  id: string;
};

/** What a member may do in a company; each may do what the ones below may. */
export type Role =
  /** Members, invitations, API keys and the audit log. */
  | 'ADMIN'
  /** Contacts, conversations and messages: to read and to write. */
  | 'MEMBER'
  /** Everything, to appoint owners and to delete the company included. There is always one. */
  | 'OWNER'
  /** To read only. */
  | 'VIEWER';

/** A message to write into a conversation. */
export type SendMessageInput = {
  /** Plain text. White space and lines within it are kept. */
  content: string;
  /** Which conversation; a closed one too. */
  conversationId: string;
  /** Any text of your own. Sent again with the same input within 24 hours, it answers the first message and writes none. */
  idempotencyKey?: string | null | undefined;
  /** Who exactly, in words or ids of your own. */
  senderId?: string | null | undefined;
  /** Who wrote it: CONTACT for what came in, such as from a mail gateway. */
  senderType?: SenderType;
};

/** Who wrote a message. */
export type SenderType =
  /** The contact. Opens the conversation again if it is closed or snoozed. */
  | 'CONTACT'
  /** Atrium or an integration: what happened to the conversation, such as a change of status. */
  | 'SYSTEM'
  /** Someone of the tenant. */
  | 'USER';

/** A company’s OpenID Connect provider. */
export type SetSingleSignOnInput = {
  /** What the provider calls Atrium. */
  clientId: string;
  /** What the provider knows Atrium by. Stored encrypted, and never answered. */
  clientSecret: string;
  /** The provider’s address, such as https://login.example; its discovery document is read at once. */
  issuer: string;
  /** What whoever comes in for the first time may do; not `OWNER`. */
  role?: Role;
  /** Whose. Its present sessions by single sign-on end. */
  tenantId: string;
};

/** Somebody who has an account. */
export type SignInInput = {
  /** Of the authenticator app, or a recovery code; asked for as `REQUIRED` where the account has a second step. */
  code?: string | null | undefined;
  /** The account’s address, in any case. */
  email: string;
  /** The account’s password. */
  password: string;
};

/** Somebody to whom an operator gave a link. */
export type SignInWithLinkInput = {
  /** From the link, which is good for 15 minutes and once. */
  token: string;
};

/** Somebody who has a passkey. */
export type SignInWithPasskeyInput = {
  /** The browser’s answer to the options of `beginPasskeySignIn`, as JSON. */
  response: Record<string, unknown>;
};

/** Somebody who has no account yet. */
export type SignUpInput = {
  /** A company to register in the same step, which the account then owns. */
  companyName?: string | null | undefined;
  /** To sign in with. One account for each address. */
  email: string;
  /** As colleagues are to see it. */
  name: string;
  /** Any characters, white space included. */
  password: string;
};

/** The conversation to put out of sight for a while. */
export type SnoozeConversationInput = {
  /** Which conversation. */
  id: string;
  /** When it returns: in the future, within five years. */
  until: string;
};

/** A further conversation with a contact. */
export type StartConversationInput = {
  /** Whom to talk with. */
  contactId: string;
  /** Any text of your own. Sent again with the same input within 24 hours, it answers the first result and starts nothing. */
  idempotencyKey?: string | null | undefined;
  /** What it will be about. */
  subject?: string | null | undefined;
};

/** Where a tenant stands in its life. */
export type TenantStatus =
  /** In use. */
  | 'ACTIVE'
  /** Being set up; not visible to anyone yet. */
  | 'CREATING'
  /** Waiting for the end of its grace period, after which its schema is dropped. */
  | 'DELETING'
  /** Closed for the time being; its rows are kept. */
  | 'SUSPENDED';

/** Changes to a contact. What is left out stays; null empties a field that may be empty. */
export type UpdateContactInput = {
  /** The organisation the contact works for. */
  company?: string | null | undefined;
  /** One of `email` and `phone` has to remain. */
  email?: string | null | undefined;
  /** The contact to change. */
  id: string;
  /** Replaces the further keys as a whole; null removes them. */
  metadata?: Record<string, unknown> | null | undefined;
  /** The whole name; it cannot be emptied. */
  name?: string | null | undefined;
  /** One of `email` and `phone` has to remain. With its country code. */
  phone?: string | null | undefined;
  /** What the contact does there. */
  position?: string | null | undefined;
  /** How the contact came to you. */
  source?: string | null | undefined;
};

/** What others see of the viewer. */
export type UpdateProfileInput = {
  /** As colleagues are to see it. */
  name: string;
};

/** What is wrong with a field of an input, for programs. */
export type UserErrorCode =
  /** It contradicts what is stored, such as an idempotency key that was used for another input. */
  | 'CONFLICT'
  /** It does not have the expected form, or holds characters that cannot be stored. */
  | 'INVALID'
  /** The id belongs to nothing in this tenant. */
  | 'NOT_FOUND'
  /** It is missing or blank. */
  | 'REQUIRED'
  /** It has more characters or bytes than the schema’s `@constraint` allows. */
  | 'TOO_LONG'
  /** It has fewer characters than the schema’s `@constraint` asks for. */
  | 'TOO_SHORT';

export type AccountPageQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountPageQuery = { viewer: { __typename: 'Viewer', id: string, name: string, email: string | null, hasTwoFactor: boolean, recoveryCodesLeft: number, account: { __typename: 'Account', id: string, createdAt: string } | null, sessions: Array<{ __typename: 'Session', id: string, userAgent: string | null, address: string | null, createdAt: string, lastUsedAt: string, isCurrent: boolean }>, passkeys: Array<{ __typename: 'Passkey', id: string, name: string, createdAt: string, lastUsedAt: string | null }> } | null };

export type SessionRow_SessionFragment = { __typename: 'Session', id: string, userAgent: string | null, address: string | null, createdAt: string, lastUsedAt: string, isCurrent: boolean };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { __typename: 'ViewerPayload', viewer: { __typename: 'Viewer', id: string, name: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RevokeSessionMutationVariables = Exact<{
  input: RevokeSessionInput;
}>;


export type RevokeSessionMutation = { revokeSession: { __typename: 'SignOutPayload', userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SignOutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutEverywhereMutation = { signOutEverywhere: { __typename: 'SignOutPayload', userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type AuditFilters_TenantFragment = { __typename: 'Tenant', id: string, members: { __typename: 'MembershipConnection', nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } }, apiKeys: Array<{ __typename: 'ApiKey', id: string, name: string }> };

export type AuditLogQueryVariables = Exact<{
  after?: string | null | undefined;
  first: number;
  filter?: AuditFilter | null | undefined;
}>;


export type AuditLogQuery = { currentTenant: { __typename: 'Tenant', id: string, slug: string, auditLog: { __typename: 'AuditEntryConnection', nodes: Array<{ __typename: 'AuditEntry', id: string, action: string, actorName: string, target: string | null, address: string | null, requestId: string, createdAt: string }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } }, members: { __typename: 'MembershipConnection', nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } }, apiKeys: Array<{ __typename: 'ApiKey', id: string, name: string }> } };

export type AuditLogPageQueryVariables = Exact<{
  after?: string | null | undefined;
  first: number;
  filter?: AuditFilter | null | undefined;
}>;


export type AuditLogPageQuery = { currentTenant: { __typename: 'Tenant', id: string, auditLog: { __typename: 'AuditEntryConnection', nodes: Array<{ __typename: 'AuditEntry', id: string, action: string, actorName: string, target: string | null, address: string | null, requestId: string, createdAt: string }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } };

export type AuditPage_EntriesFragment = { __typename: 'AuditEntryConnection', nodes: Array<{ __typename: 'AuditEntry', id: string, action: string, actorName: string, target: string | null, address: string | null, requestId: string, createdAt: string }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } };

export type AuditRow_EntryFragment = { __typename: 'AuditEntry', id: string, action: string, actorName: string, target: string | null, address: string | null, requestId: string, createdAt: string };

export type ApiKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiKeysQuery = { currentTenant: { __typename: 'Tenant', id: string, slug: string, apiKeys: Array<{ __typename: 'ApiKey', id: string, name: string, hint: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null }> } };

export type KeyRow_ApiKeyFragment = { __typename: 'ApiKey', id: string, name: string, hint: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey: { __typename: 'CreateApiKeyPayload', token: string | null, apiKey: { __typename: 'ApiKey', id: string, name: string, hint: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: { __typename: 'RevokeApiKeyPayload', revokedApiKeyId: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { __typename: 'AcceptInvitationPayload', tenant: { __typename: 'Tenant', id: string, slug: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type MembersQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MembersQuery = { viewer: { __typename: 'Viewer', id: string, permissions: Array<string> } | null, currentTenant: { __typename: 'Tenant', id: string, name: string, members: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, role: Role, createdAt: string, account: { __typename: 'Account', id: string, name: string, email: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } };

export type InvitationsQueryVariables = Exact<{ [key: string]: never; }>;


export type InvitationsQuery = { currentTenant: { __typename: 'Tenant', id: string, invitations: Array<{ __typename: 'Invitation', id: string, email: string, role: Role, createdAt: string, expiresAt: string }> } };

export type MemberRow_MembershipFragment = { __typename: 'Membership', id: string, role: Role, createdAt: string, account: { __typename: 'Account', id: string, name: string, email: string } };

export type InvitationRow_InvitationFragment = { __typename: 'Invitation', id: string, email: string, role: Role, createdAt: string, expiresAt: string };

export type InviteMemberMutationVariables = Exact<{
  input: InviteMemberInput;
}>;


export type InviteMemberMutation = { inviteMember: { __typename: 'InviteMemberPayload', token: string | null, invitation: { __typename: 'Invitation', id: string, email: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RevokeInvitationMutationVariables = Exact<{
  input: RevokeInvitationInput;
}>;


export type RevokeInvitationMutation = { revokeInvitation: { __typename: 'RevokeInvitationPayload', revokedInvitationId: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ChangeMemberRoleMutationVariables = Exact<{
  input: ChangeMemberRoleInput;
}>;


export type ChangeMemberRoleMutation = { changeMemberRole: { __typename: 'ChangeMemberRolePayload', membership: { __typename: 'Membership', id: string, role: Role } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RemoveMemberMutationVariables = Exact<{
  input: RemoveMemberInput;
}>;


export type RemoveMemberMutation = { removeMember: { __typename: 'RemoveMemberPayload', removedMembershipId: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type PasskeyCard_ViewerFragment = { __typename: 'Viewer', id: string, passkeys: Array<{ __typename: 'Passkey', id: string, name: string, createdAt: string, lastUsedAt: string | null }> };

export type PasskeyRow_PasskeyFragment = { __typename: 'Passkey', id: string, name: string, createdAt: string, lastUsedAt: string | null };

export type BeginPasskeyMutationVariables = Exact<{ [key: string]: never; }>;


export type BeginPasskeyMutation = { beginPasskey: { __typename: 'PasskeyOptionsPayload', options: Record<string, unknown> } };

export type AddPasskeyMutationVariables = Exact<{
  input: AddPasskeyInput;
}>;


export type AddPasskeyMutation = { addPasskey: { __typename: 'ViewerPayload', viewer: { __typename: 'Viewer', id: string, passkeys: Array<{ __typename: 'Passkey', id: string, name: string, createdAt: string, lastUsedAt: string | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RemovePasskeyMutationVariables = Exact<{
  input: RemovePasskeyInput;
}>;


export type RemovePasskeyMutation = { removePasskey: { __typename: 'ViewerPayload', viewer: { __typename: 'Viewer', id: string, passkeys: Array<{ __typename: 'Passkey', id: string, name: string, createdAt: string, lastUsedAt: string | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type BeginPasskeySignInMutationVariables = Exact<{ [key: string]: never; }>;


export type BeginPasskeySignInMutation = { beginPasskeySignIn: { __typename: 'PasskeyOptionsPayload', options: Record<string, unknown> } };

export type SignInWithPasskeyMutationVariables = Exact<{
  input: SignInWithPasskeyInput;
}>;


export type SignInWithPasskeyMutation = { signInWithPasskey: { __typename: 'SignInPayload', viewer: { __typename: 'Viewer', id: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { __typename: 'RequestPasswordResetPayload', userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: { __typename: 'SignOutPayload', userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { __typename: 'ViewerPayload', viewer: { __typename: 'Viewer', id: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SecondStepCard_ViewerFragment = { __typename: 'Viewer', id: string, email: string | null, hasTwoFactor: boolean, recoveryCodesLeft: number };

export type BeginTwoFactorMutationVariables = Exact<{ [key: string]: never; }>;


export type BeginTwoFactorMutation = { beginTwoFactor: { __typename: 'BeginTwoFactorPayload', secret: string | null, uri: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type EnableTwoFactorMutationVariables = Exact<{
  input: EnableTwoFactorInput;
}>;


export type EnableTwoFactorMutation = { enableTwoFactor: { __typename: 'RecoveryCodesPayload', recoveryCodes: Array<string> | null, viewer: { __typename: 'Viewer', id: string, email: string | null, hasTwoFactor: boolean, recoveryCodesLeft: number } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type DisableTwoFactorMutationVariables = Exact<{
  input: DisableTwoFactorInput;
}>;


export type DisableTwoFactorMutation = { disableTwoFactor: { __typename: 'ViewerPayload', viewer: { __typename: 'Viewer', id: string, email: string | null, hasTwoFactor: boolean, recoveryCodesLeft: number } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RenewRecoveryCodesMutationVariables = Exact<{
  input: RenewRecoveryCodesInput;
}>;


export type RenewRecoveryCodesMutation = { renewRecoveryCodes: { __typename: 'RecoveryCodesPayload', recoveryCodes: Array<string> | null, viewer: { __typename: 'Viewer', id: string, email: string | null, hasTwoFactor: boolean, recoveryCodesLeft: number } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { __typename: 'SignInPayload', viewer: { __typename: 'Viewer', id: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SignInWithLinkMutationVariables = Exact<{
  input: SignInWithLinkInput;
}>;


export type SignInWithLinkMutation = { signInWithLink: { __typename: 'SignInPayload', viewer: { __typename: 'Viewer', id: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { __typename: 'SignOutPayload', userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { signUp: { __typename: 'SignUpPayload', viewer: { __typename: 'Viewer', id: string } | null, tenant: { __typename: 'Tenant', id: string, slug: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type BeginSingleSignOnMutationVariables = Exact<{
  input: BeginSingleSignOnInput;
}>;


export type BeginSingleSignOnMutation = { beginSingleSignOn: { __typename: 'BeginSingleSignOnPayload', url: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type FinishSingleSignOnMutationVariables = Exact<{
  input: FinishSingleSignOnInput;
}>;


export type FinishSingleSignOnMutation = { finishSingleSignOn: { __typename: 'FinishSingleSignOnPayload', viewer: { __typename: 'Viewer', id: string } | null, tenant: { __typename: 'Tenant', id: string, slug: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SingleSignOnSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SingleSignOnSettingsQuery = { currentTenant: { __typename: 'Tenant', id: string, slug: string, singleSignOnRedirectUri: string, singleSignOn: { __typename: 'SingleSignOn', issuer: string, clientId: string, role: Role } | null } };

export type SingleSignOnForm_SingleSignOnFragment = { __typename: 'SingleSignOn', issuer: string, clientId: string, role: Role };

export type SetSingleSignOnMutationVariables = Exact<{
  input: SetSingleSignOnInput;
}>;


export type SetSingleSignOnMutation = { setSingleSignOn: { __typename: 'SetSingleSignOnPayload', singleSignOn: { __typename: 'SingleSignOn', issuer: string, clientId: string, role: Role } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RemoveSingleSignOnMutationVariables = Exact<{
  input: RemoveSingleSignOnInput;
}>;


export type RemoveSingleSignOnMutation = { removeSingleSignOn: { __typename: 'RemoveSingleSignOnPayload', tenant: { __typename: 'Tenant', id: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { __typename: 'Viewer', id: string, name: string, email: string | null, account: { __typename: 'Account', id: string } | null } | null };

export type LiveCursorQueryVariables = Exact<{ [key: string]: never; }>;


export type LiveCursorQuery = { events: { __typename: 'TenantEventConnection', pageInfo: { __typename: 'PageInfo', endCursor: string | null } } };

export type TenantStreamSubscriptionVariables = Exact<{
  after: string;
}>;


export type TenantStreamSubscription = { tenantEvents:
    | { __typename: 'ContactChanged', cursor: string, contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, lastActivityAt: string, createdAt: string, metadata: Record<string, unknown>, updatedAt: string, recentConversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, status: ConversationStatus }> }, createdBy:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null } | null }
    | { __typename: 'ContactDeleted', contactId: string, cursor: string }
    | { __typename: 'ConversationChanged', cursor: string, conversation: { __typename: 'Conversation', id: string, messageCount: number, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, lastActivityAt: string, createdAt: string, recentConversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, status: ConversationStatus }> } }, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
            | { __typename: 'Account', id: string, name: string }
            | { __typename: 'ApiKey', id: string, name: string }
           | null } | null } | null }
    | { __typename: 'MessageSent', conversationId: string, cursor: string, message: { __typename: 'Message', id: string, number: number, senderType: SenderType, content: string, createdAt: string, conversation: { __typename: 'Conversation', id: string, contact: { __typename: 'Contact', id: string } }, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null } | null }
   };

export type CompaniesQueryVariables = Exact<{
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type CompaniesQuery = { viewer: { __typename: 'Viewer', id: string, name: string, email: string | null } | null, tenants: { __typename: 'TenantConnection', totalCount: number, nodes: Array<{ __typename: 'Tenant', id: string, slug: string, name: string, status: TenantStatus, createdAt: string }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type CompanyCard_TenantFragment = { __typename: 'Tenant', id: string, name: string, slug: string, status: TenantStatus, createdAt: string };

export type TenantSlugQueryVariables = Exact<{
  name: string;
}>;


export type TenantSlugQuery = { tenantSlug: string };

export type CreateTenantMutationVariables = Exact<{
  input: CreateTenantInput;
}>;


export type CreateTenantMutation = { createTenant: { __typename: 'CreateTenantPayload', tenant: { __typename: 'Tenant', id: string, slug: string, name: string, status: TenantStatus, createdAt: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ContactDetails_ContactFragment = { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, metadata: Record<string, unknown>, createdAt: string, updatedAt: string, createdBy:
    | { __typename: 'Account', id: string, name: string }
    | { __typename: 'ApiKey', id: string, name: string }
   | null };

export type ContactDetailsChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ContactDetailsChangesSubscription = { contactChanged: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, metadata: Record<string, unknown>, createdAt: string, updatedAt: string, createdBy:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null } };

export type ContactDetailsDeletionsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ContactDetailsDeletionsSubscription = { contactDeleted: string };

export type DeleteContactMutationVariables = Exact<{
  input: DeleteContactInput;
}>;


export type DeleteContactMutation = { deleteContact: { __typename: 'DeleteContactPayload', deletedContactId: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RestoreContactMutationVariables = Exact<{
  input: RestoreContactInput;
}>;


export type RestoreContactMutation = { restoreContact: { __typename: 'RestoreContactPayload', contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, lastActivityAt: string, createdAt: string, recentConversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, status: ConversationStatus }> } } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type CreateContactMutationVariables = Exact<{
  input: CreateContactInput;
}>;


export type CreateContactMutation = { createContact: { __typename: 'CreateContactPayload', contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, metadata: Record<string, unknown>, createdAt: string, updatedAt: string, createdBy:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null } | null, conversation: { __typename: 'Conversation', id: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type UpdateContactMutationVariables = Exact<{
  input: UpdateContactInput;
}>;


export type UpdateContactMutation = { updateContact: { __typename: 'UpdateContactPayload', contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, metadata: Record<string, unknown>, createdAt: string, updatedAt: string, createdBy:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ContactListChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ContactListChangesSubscription = { contactChanged: { __typename: 'Contact', id: string, updatedAt: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, lastActivityAt: string, createdAt: string, recentConversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, status: ConversationStatus }> } } };

export type ContactListConversationsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ContactListConversationsSubscription = { conversationChanged: { __typename: 'Conversation', id: string, status: ConversationStatus, contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, lastActivityAt: string, createdAt: string, recentConversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, status: ConversationStatus }> } } } };

export type ContactListDeletionsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ContactListDeletionsSubscription = { contactDeleted: string };

export type ContactListMessagesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ContactListMessagesSubscription = { messageSent: { __typename: 'Message', id: string, senderType: SenderType, conversation: { __typename: 'Conversation', id: string, contact: { __typename: 'Contact', id: string } } } };

export type ContactFacetsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ContactFacetsQuery = { contactFacets: { __typename: 'ContactFacets', sources: Array<string>, companies: Array<string> } };

export type ContactListQueryVariables = Exact<{
  search?: string | null | undefined;
  filter?: ContactFilter | null | undefined;
  orderBy?: ContactOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type ContactListQuery = { contacts: { __typename: 'ContactConnection', totalCount: number, nodes: Array<{ __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, lastActivityAt: string, createdAt: string, recentConversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, status: ConversationStatus }> } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type ContactRow_ContactFragment = { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, lastActivityAt: string, createdAt: string, recentConversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, status: ConversationStatus }> } };

export type ConversationPreview_ConversationFragment = { __typename: 'Conversation', status: ConversationStatus, snoozedUntil: string | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null } | null };

export type ContactConversations_ContactFragment = { __typename: 'Contact', id: string, name: string, conversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ConversationsOfContactSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ConversationsOfContactSubscription = { conversationChanged: { __typename: 'Conversation', id: string, messageCount: number, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, contact: { __typename: 'Contact', id: string }, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null } | null } };

export type ConversationRow_ConversationFragment = { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null } | null };

export type SendMessageMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendMessageMutation = { sendMessage: { __typename: 'SendMessagePayload', message: { __typename: 'Message', id: string, number: number, senderType: SenderType, content: string, createdAt: string, author:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null } | null, conversation: { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null } | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type StartConversationMutationVariables = Exact<{
  input: StartConversationInput;
}>;


export type StartConversationMutation = { startConversation: { __typename: 'StartConversationPayload', conversation: { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null } | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type StatusMenu_ConversationFragment = { __typename: 'Conversation', id: string, status: ConversationStatus, snoozedUntil: string | null };

export type CloseConversationMutationVariables = Exact<{
  input: CloseConversationInput;
}>;


export type CloseConversationMutation = { closeConversation: { __typename: 'CloseConversationPayload', conversation: { __typename: 'Conversation', id: string, status: ConversationStatus, snoozedUntil: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ReopenConversationMutationVariables = Exact<{
  input: ReopenConversationInput;
}>;


export type ReopenConversationMutation = { reopenConversation: { __typename: 'ReopenConversationPayload', conversation: { __typename: 'Conversation', id: string, status: ConversationStatus, snoozedUntil: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SnoozeConversationMutationVariables = Exact<{
  input: SnoozeConversationInput;
}>;


export type SnoozeConversationMutation = { snoozeConversation: { __typename: 'SnoozeConversationPayload', conversation: { __typename: 'Conversation', id: string, status: ConversationStatus, snoozedUntil: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ThreadHeader_ConversationFragment = { __typename: 'Conversation', id: string, subject: string | null, createdAt: string, status: ConversationStatus, snoozedUntil: string | null };

export type ThreadMessage_MessageFragment = { __typename: 'Message', id: string, number: number, senderType: SenderType, content: string, createdAt: string, author:
    | { __typename: 'Account', id: string, name: string }
    | { __typename: 'ApiKey', id: string, name: string }
   | null };

export type ThreadPage_MessagesFragment = { __typename: 'MessageConnection', nodes: Array<{ __typename: 'Message', id: string, number: number, senderType: SenderType, content: string, createdAt: string, author:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } };

export type ThreadQueryVariables = Exact<{
  id: string;
}>;


export type ThreadQuery = { conversation: { __typename: 'Conversation', id: string, createdAt: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, contact: { __typename: 'Contact', id: string, name: string }, messages: { __typename: 'MessageConnection', nodes: Array<{ __typename: 'Message', id: string, number: number, senderType: SenderType, content: string, createdAt: string, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type OlderMessagesQueryVariables = Exact<{
  id: string;
  before: string;
}>;


export type OlderMessagesQuery = { conversation: { __typename: 'Conversation', id: string, messages: { __typename: 'MessageConnection', nodes: Array<{ __typename: 'Message', id: string, number: number, senderType: SenderType, content: string, createdAt: string, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type ThreadMessagesSubscriptionVariables = Exact<{
  id: string;
}>;


export type ThreadMessagesSubscription = { messageSent: { __typename: 'Message', id: string, number: number, senderType: SenderType, content: string, createdAt: string, author:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null } };

export type Counts_TenantFragment = { __typename: 'Tenant', id: string, stats: { __typename: 'TenantStats', contactCount: number, conversationCount: number, activeConversationCount: number, messageCount: number } };

export type DashboardMessagesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DashboardMessagesSubscription = { messageSent: { __typename: 'Message', id: string } };

export type DashboardConversationsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DashboardConversationsSubscription = { conversationChanged: { __typename: 'Conversation', id: string, status: ConversationStatus } };

export type DashboardContactsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DashboardContactsSubscription = { contactChanged: { __typename: 'Contact', id: string, name: string } };

export type DashboardDeletionsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DashboardDeletionsSubscription = { contactDeleted: string };

export type DashboardQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardQuery = { currentTenant: { __typename: 'Tenant', id: string, name: string, createdAt: string, stats: { __typename: 'TenantStats', contactCount: number, messageCount: number, conversationCount: number, activeConversationCount: number, messagesPerDay: Array<{ __typename: 'DayCount', date: string, count: number }> } }, contacts: { __typename: 'ContactConnection', nodes: Array<{ __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, createdAt: string }> }, conversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, createdAt: string, lastMessageAt: string | null, snoozedUntil: string | null, contact: { __typename: 'Contact', id: string, name: string }, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null } | null }> } };

export type MessagesPerDay_TenantFragment = { __typename: 'Tenant', id: string, stats: { __typename: 'TenantStats', messagesPerDay: Array<{ __typename: 'DayCount', date: string, count: number }> } };

export type RecentContacts_ContactFragment = { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, createdAt: string };

export type RecentConversations_ConversationFragment = { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, createdAt: string, lastMessageAt: string | null, snoozedUntil: string | null, contact: { __typename: 'Contact', id: string, name: string }, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null } | null };

export type ContactPageQueryVariables = Exact<{
  id: string;
  conversationsAfter?: string | null | undefined;
}>;


export type ContactPageQuery = { contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, metadata: Record<string, unknown>, createdAt: string, updatedAt: string, createdBy:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null, conversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
            | { __typename: 'Account', id: string, name: string }
            | { __typename: 'ApiKey', id: string, name: string }
           | null } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type SchemaCard_TenantFragment = { __typename: 'Tenant', id: string, name: string, slug: string, schema: { __typename: 'TenantSchema', name: string, version: string, sizeBytes: number, tables: Array<{ __typename: 'TenantTable', name: string, columnCount: number, estimatedRowCount: number | null, sizeBytes: number }> } };

export type GeneralSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type GeneralSettingsQuery = { currentTenant: { __typename: 'Tenant', id: string, name: string, slug: string, createdAt: string } };

export type DataSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type DataSettingsQuery = { currentTenant: { __typename: 'Tenant', id: string, name: string, slug: string, schema: { __typename: 'TenantSchema', name: string, version: string, sizeBytes: number, tables: Array<{ __typename: 'TenantTable', name: string, columnCount: number, estimatedRowCount: number | null, sizeBytes: number }> } } };

export type SwitchableCompaniesQueryVariables = Exact<{ [key: string]: never; }>;


export type SwitchableCompaniesQuery = { tenants: { __typename: 'TenantConnection', nodes: Array<{ __typename: 'Tenant', id: string, name: string, slug: string }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean } } };

export type TenantShellQueryVariables = Exact<{ [key: string]: never; }>;


export type TenantShellQuery = { viewer: { __typename: 'Viewer', id: string, name: string, email: string | null, permissions: Array<string> } | null, currentTenant: { __typename: 'Tenant', id: string, name: string, slug: string } };
