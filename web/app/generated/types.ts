/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** An invitation to accept. */
export type AcceptInvitationInput = {
  /** From the link. */
  token: string;
};

/** A note on a contact. */
export type AddContactNoteInput = {
  /** Which contact. */
  contactId: string;
  /** Plain text. White space and lines within it are kept. */
  content: string;
  /** Any text of your own. Sent again with the same input within 24 hours, it answers the first note and writes none. */
  idempotencyKey?: string | null | undefined;
};

/** Something that colleagues are to know of a conversation, and the contact never gets to see. */
export type AddNoteInput = {
  /** Plain text. White space and lines within it are kept. */
  content: string;
  /** Which conversation; a closed one too. */
  conversationId: string;
  /** Any text of your own. Sent again with the same input within 24 hours, it answers the first note and writes none. */
  idempotencyKey?: string | null | undefined;
  /** Accounts of members who are mentioned in it, at most 20. */
  mentionedIds?: Array<string> | null | undefined;
};

/** A passkey that the browser has made. */
export type AddPasskeyInput = {
  /** What it is, for people. */
  name: string;
  /** The browser’s answer to the options of `beginPasskey`, as JSON. */
  response: Record<string, unknown>;
};

/** Why a company was kept as a file. */
export type ArchiveReason =
  /** An owner asked for it (`exportArchive`). */
  | 'ASKED'
  /** Each night, where the operator has set that. */
  | 'NIGHTLY';

/** Who is to answer a conversation. */
export type AssignConversationInput = {
  /** The account of a member who may write; null, or left out, for nobody. */
  assigneeId?: string | null | undefined;
  /** Which conversation. */
  id: string;
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

/** Long work that is not wanted any more. */
export type CancelFleetTaskInput = {
  /** The task’s id. */
  id: string;
};

/** What is not to be sent. */
export type CancelScheduledMessageInput = {
  /** Of what is scheduled. */
  id: string;
};

/** Long work that is not wanted any more. */
export type CancelTaskInput = {
  /** The task’s id. */
  id: string;
};

/** Contacts, and what to change about each of them. What is left out stays. */
export type ChangeContactsInput = {
  /** Labels to put on each besides those that it has. */
  addLabelIds?: Array<string> | null | undefined;
  /** Which contacts, at most 100. */
  ids: Array<string>;
  /** `true` deletes each as `deleteContact` does, `false` brings back those that were deleted in the last 30 days; others stay as they are. */
  isDeleted?: boolean | null | undefined;
  /** Labels to take off each. */
  removeLabelIds?: Array<string> | null | undefined;
};

/** Conversations, and what to change about all of them. */
export type ChangeConversationsInput = {
  /** The same for each. */
  change: ConversationChange;
  /** Which conversations, at most 100. */
  ids: Array<string>;
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

/** What is to be sent instead, or when. */
export type ChangeScheduledMessageInput = {
  /** Instead of what it says; as it is where nothing is said. */
  content?: string | null | undefined;
  /** Of what is scheduled. */
  id: string;
  /** From now on, within a year; as it is where nothing is said. */
  sendAt?: string | null | undefined;
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
  /** Created on one of so many days, by UTC, of which today is the last: 1 to 3660. What is kept so goes with the time. */
  createdWithinDays?: number | null | undefined;
  /** The email address is exactly this one, in any case. */
  email?: string | null | undefined;
  /** On custom fields, at most 10. Only `EQUALS` and `ONE_OF` have an index. */
  fields?: Array<FieldCondition> | null | undefined;
  /** At least one of its labels is one of these. */
  labelIds?: Array<string> | null | undefined;
  /** The telephone number is this one, however it is written. */
  phone?: string | null | undefined;
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

/** What to change about each conversation. What is left out stays. */
export type ConversationChange = {
  /** Labels to put on it besides those that it has. */
  addLabelIds?: Array<string> | null | undefined;
  /** The account of a member who may write; null for nobody. */
  assigneeId?: string | null | undefined;
  /** All labels that it is to have: others are taken off. */
  labelIds?: Array<string> | null | undefined;
  /** How much it matters. */
  priority?: Priority | null | undefined;
  /** Labels to take off it. */
  removeLabelIds?: Array<string> | null | undefined;
  /** With `status` SNOOZED: when it returns; null, or left out, when the contact writes. */
  snoozedUntil?: string | null | undefined;
  /** Closes, reopens or snoozes it, and says so in the thread. */
  status?: ConversationStatus | null | undefined;
};

/** Which conversations a list shows: those that meet every condition given. */
export type ConversationFilter = {
  /** One of these accounts has it to answer. */
  assigneeId?: Array<string> | null | undefined;
  /** Only those with this contact. */
  contactId?: string | null | undefined;
  /** Whether nobody has it to answer. */
  isUnassigned?: boolean | null | undefined;
  /** Whether it has lines that the caller has not read. */
  isUnread?: boolean | null | undefined;
  /** Whether the contact waits for an answer. */
  isWaiting?: boolean | null | undefined;
  /** It has one of these labels. */
  labelIds?: Array<string> | null | undefined;
  /** The priority is one of these. */
  priority?: Array<Priority> | null | undefined;
  /** Words that each occur, in any case and as parts of words too, in its subject, in one line that a person wrote in it, or in its contact, for callers who may read contacts. Of each of the three, the newest 1000 that match are known: where many match, of those among the newest 20,000, and so of lines for words that each are frequent, however rarely they meet. At most 200 characters. */
  search?: string | null | undefined;
  /** The status is one of these. */
  status?: Array<ConversationStatus> | null | undefined;
};

/** An order of conversations. Ties are broken by id. */
export type ConversationOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** What to order by. */
  field: ConversationOrderField;
};

/** What conversations can be ordered by. */
export type ConversationOrderField =
  /** When the conversation was started. */
  | 'CREATED_AT'
  /** When the last message was written; the creation before the first. */
  | 'LAST_MESSAGE_AT'
  /** How much it matters; of the same priority, by when they were started. */
  | 'PRIORITY'
  /** Since when the contact waits for an answer. Conversations that do not wait are left out. */
  | 'WAITING_SINCE';

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

/** A text to write again and again. */
export type CreateCannedReplyInput = {
  /** The text, with its placeholders. */
  content: string;
  /** What it is found by. */
  name: string;
};

/** A contact to create, with its first conversation. An email address or a telephone number is required. */
export type CreateContactInput = {
  /** The organisation the contact works for. */
  company?: string | null | undefined;
  /** Required where `phone` is missing. Several contacts may share one. */
  email?: string | null | undefined;
  /** What another system calls it, such as a mail's Message-ID; unique among the contacts of the tenant. */
  externalId?: string | null | undefined;
  /** Values of custom fields. What is wrong with one is told under `["fields", key]`. A new contact by `createContact` needs all that are required. */
  fields?: Array<FieldInput> | null | undefined;
  /** Any text of your own. Sent again with the same input within 24 hours, it answers the first result and creates nothing. */
  idempotencyKey?: string | null | undefined;
  /** Further keys of your own. `company`, `position` and `source` belong in their fields; what stands under the key of a custom field is taken as its value. */
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

/** A field for all contacts of the company. */
export type CreateCustomFieldInput = {
  /** Whether new contacts must have a value. */
  isRequired?: boolean;
  /** What it takes, for good. */
  kind: CustomFieldKind;
  /** What people read. Its key is made from this, once. */
  name: string;
  /** For `CHOICE` and `CHOICES`, and for these alone: 1 to 100 texts of at most 60 characters, without semicolons. */
  options?: Array<string> | null | undefined;
};

/** A label to sort conversations and contacts by. */
export type CreateLabelInput = {
  /** What it is known by at a glance. */
  colour?: LabelColour;
  /** What it says. */
  name: string;
};

/** A copy of the company that the request names, in which whatever tells of people is invented. */
export type CreateSandboxInput = {
  /** What it is called. */
  name: string;
};

/** A company to register. */
export type CreateTenantInput = {
  /** Any text of your own. Sent again with the same name within 24 hours, it answers the tenant of the first time. */
  idempotencyKey?: string | null | undefined;
  /** The company's name. Other companies may have the same one; the slug tells them apart. */
  name: string;
};

/** What a custom field takes. Whatever the kind, its value may be given as text too, as a file has it. */
export type CustomFieldKind =
  /** `true` or `false`; null is neither. */
  | 'BOOLEAN'
  /** One of the field’s options, as text. */
  | 'CHOICE'
  /** Any of the field’s options, as a list of texts in the order of the options. */
  | 'CHOICES'
  /** A day of the calendar as text: `2026-11-30`. */
  | 'DATE'
  /** An address that begins with `https://` or `http://`, at most 2,000 characters. */
  | 'LINK'
  /** Several lines, at most 5,000 characters. */
  | 'LONG_TEXT'
  /** A JSON number. */
  | 'NUMBER'
  /** One line, at most 500 characters. */
  | 'TEXT';

/** The canned reply to delete. */
export type DeleteCannedReplyInput = {
  /** Which one. */
  id: string;
};

/** The contact to delete, with its conversations and messages. */
export type DeleteContactInput = {
  /** The contact to delete. */
  id: string;
};

/** The note to delete. */
export type DeleteContactNoteInput = {
  /** Which note. */
  id: string;
};

/** The view to delete. */
export type DeleteContactViewInput = {
  /** Which one. */
  id: string;
};

/** The custom field to delete. */
export type DeleteCustomFieldInput = {
  /** Which custom field. */
  id: string;
};

/** The label to delete. */
export type DeleteLabelInput = {
  /** Which label. */
  id: string;
};

/** A sandbox that is not wanted any more. */
export type DeleteSandboxInput = {
  /** Its slug once more, since nothing brings it back. */
  slug: string;
};

/** The company to delete. */
export type DeleteTenantInput = {
  /** Its name, as somebody typed it: with another one, nothing is deleted. */
  confirmName: string;
  /** The company’s id. */
  id: string;
};

/** The view to delete. */
export type DeleteViewInput = {
  /** Which one. */
  id: string;
};

/** How far a gateway has brought a message. */
export type DeliveryState =
  /** It arrived. */
  | 'DELIVERED'
  /** It will not arrive; the reason says why. */
  | 'FAILED'
  /** A gateway has it and is about to send it. */
  | 'QUEUED'
  /** It left the gateway. */
  | 'SENT';

/** That it is the person who asks. */
export type DisableTwoFactorInput = {
  /** The account’s password. */
  password: string;
};

/** Two contacts that look like one person, and are two. */
export type DismissDuplicateInput = {
  /** The one. */
  contactId: string;
  /** False takes it back. */
  isDismissed?: boolean;
  /** The other. */
  otherId: string;
};

/** Why two contacts may be one person. */
export type DuplicateReason =
  /** They have one email address, in any case. */
  | 'SAME_EMAIL'
  /** They have one telephone number, however it is written. */
  | 'SAME_PHONE'
  /** They are at the same company, under names that are alike. */
  | 'SIMILAR_NAME';

/** That the app has the secret, and that it is the person who says so. */
export type EnableTwoFactorInput = {
  /** The six digits that the app shows. */
  code: string;
  /** The account’s password. */
  password: string;
};

/** The contact to erase. */
export type EraseContactInput = {
  /** Its name, where somebody was asked to type it: with another one, nothing is erased. */
  confirmName?: string | null | undefined;
  /** Of a contact, or of one that lies among the deleted ones. */
  id: string;
};

/** The company that the request names, to be written into a file. */
export type ExportArchiveInput = {
  /** What it is for, as the audit log tells of it. */
  purpose?: string | null | undefined;
};

/** A condition on one custom field. A key that no field has is met by `IS_NOT_SET` alone. */
export type FieldCondition = {
  /** Of the custom field. */
  key: string;
  /** How its value is compared. */
  operator?: FieldOperator;
  /** What with: in the form of the field’s kind, or a list of such for `ONE_OF`. `IS_SET` and `IS_NOT_SET` take none. */
  value?: unknown;
};

/** What a contact is to have in a custom field. */
export type FieldInput = {
  /** Of the custom field. Given twice, the last counts. */
  key: string;
  /** In the form of the field’s kind, or as its text; null or a blank text empties it. */
  value?: unknown;
};

/** How a custom field’s value is compared. `EQUALS` and `ONE_OF` use an index; the others look at the contacts one after the other, which takes the longer the fewer there are that meet them. */
export type FieldOperator =
  /** It is this number or a larger one; this day or a later one. Has no index. */
  | 'AT_LEAST'
  /** It is this number or a smaller one; this day or an earlier one. Has no index. */
  | 'AT_MOST'
  /** It has this text in it, in any case; of `CHOICES`, one of them has. Has no index. */
  | 'CONTAINS'
  /** It is this text, number, `true` or `false`; of `CHOICES`, it is among those chosen. */
  | 'EQUALS'
  /** There is none. Has no index. */
  | 'IS_NOT_SET'
  /** There is a value. Has no index. */
  | 'IS_SET'
  /** It equals one of a list of at most 50. */
  | 'ONE_OF';

/** The import that gets no more rows. */
export type FinishImportInput = {
  /** Which import. */
  importId: string;
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

/** In which order companies are listed. */
export type FleetTenantSort =
  /** The last used first. */
  | 'ACTIVITY'
  /** The newest first. */
  | 'CREATED'
  /** By name, from A on, in any case. */
  | 'NAME'
  /** The largest first. */
  | 'SIZE'
  /** Those whose tables are the oldest first. */
  | 'VERSION';

/** A file that was sent to `/archives`, to be brought in as a new company. */
export type ImportArchiveInput = {
  /** What the new company is called, unless as in the file. */
  name?: string | null | undefined;
  /** The UUID under which it was sent. */
  uploadId: string;
};

/** Rows of an import. */
export type ImportContactsInput = {
  /** Of which import, from `startImport`; a dry run needs none. */
  importId?: string | null | undefined;
  /** Says what would become of the rows, and writes nothing. What earlier batches would make is not known to it. */
  isDryRun?: boolean;
  /** Of a dry run without an import, where nothing said is SKIP; an import has its own. */
  onDuplicate?: OnDuplicate | null | undefined;
  /** At most 500, in the order of the file; none twice. What is wrong with one refuses that one alone. */
  rows: Array<ImportRowInput>;
};

/** What became of a row. */
export type ImportOutcome =
  /** It changed a contact that was there. */
  | 'CHANGED'
  /** It made a contact. */
  | 'CREATED'
  /** Something is wrong with it; its errors say what. */
  | 'REFUSED'
  /** Its contact was there, and was to stay as it is. */
  | 'SKIPPED'
  /** Its contact was there, and the row had nothing new for it. */
  | 'UNCHANGED';

/** A contact to be, as a row of a file has it. What is blank counts as left out. */
export type ImportRowInput = {
  /** The organisation the contact works for. */
  company?: string | null | undefined;
  /** A row that makes a contact has this or `phone`. */
  email?: string | null | undefined;
  /** What another system calls it, such as a mail's Message-ID; unique among the contacts of the tenant. */
  externalId?: string | null | undefined;
  /** Further keys, those of custom fields too. Each is filled or overwritten by itself; null and blank count as left out. */
  metadata?: Record<string, unknown> | null | undefined;
  /** The whole name; required of a row that makes a contact. */
  name?: string | null | undefined;
  /** Its place in the file, from 1. A number that was sent before answers what became of it then, and writes nothing. */
  number: number;
  /** With its country code. */
  phone?: string | null | undefined;
  /** What the contact does there. */
  position?: string | null | undefined;
  /** What the sender finds wrong with the row, such as a cell too many: it is refused, and counted, with this reason. */
  problem?: string | null | undefined;
  /** How the contact came to you. */
  source?: string | null | undefined;
};

/** How far an import has come. */
export type ImportState =
  /** All rows have come, or no more are to come. */
  | 'FINISHED'
  /** It takes rows. */
  | 'RUNNING'
  /** It is being taken back, which goes on by itself. */
  | 'UNDOING'
  /** What of it could be taken back, was. */
  | 'UNDONE';

/** Somebody to ask into a company. */
export type InviteMemberInput = {
  /** Where the invitation goes; only the account with this address can accept it. */
  email: string;
  /** What they will be able to do. */
  role?: Role;
  /** The company. */
  tenantId: string;
};

/** What a label is known by at a glance. Clients choose the shade, so that it can be read on their ground. */
export type LabelColour =
  /** A shade of blue. */
  | 'BLUE'
  /** A shade of gray. */
  | 'GRAY'
  /** A shade of green. */
  | 'GREEN'
  /** A shade of orange. */
  | 'ORANGE'
  /** A shade of pink. */
  | 'PINK'
  /** A shade of purple. */
  | 'PURPLE'
  /** A shade of red. */
  | 'RED'
  /** A shade of teal. */
  | 'TEAL'
  /** A shade of yellow. */
  | 'YELLOW';

/** How far the caller has read a conversation. */
export type MarkConversationReadInput = {
  /** Which conversation. */
  id: string;
  /** Of the last message that was read; an earlier one than is known already changes nothing. */
  number: number;
};

/** From where on the caller wants to read a conversation again. */
export type MarkConversationUnreadInput = {
  /** Which conversation. */
  id: string;
  /** Of the first message that is to be unread; the last one when nothing is said. */
  number?: number | null | undefined;
};

/** What the caller has taken notice of: some, or all. */
export type MarkNotificationsReadInput = {
  /** True for all there are, instead of `ids`. */
  all?: boolean | null | undefined;
  /** At most 100 of the caller’s own; any other changes nothing. */
  ids?: Array<string> | null | undefined;
};

/** Two contacts that are one person. */
export type MergeContactsInput = {
  /** Of which fields the value is taken from `fromId`, empty or not: `name`, `email`, `phone`, `externalId`, `company`, `position`, `source`, or a key of `metadata`. Of all others the contact that remains keeps its own, and takes what it has none of. */
  choose?: Array<string>;
  /** The contact that is merged into it. Its conversations, notes and labels go to the other, and its id stands for the other from then on. */
  fromId: string;
  /** The contact that remains. */
  intoId: string;
};

/** The custom field to move. */
export type MoveCustomFieldInput = {
  /** Which custom field. */
  id: string;
  /** Its place from now on, the first being 0; past the last it becomes the last. */
  position: number;
};

/** What a member is told of. */
export type NotificationKind =
  /** Somebody else has given the member a conversation. */
  | 'ASSIGNED'
  /** A note mentions the member. */
  | 'MENTIONED'
  /** The contact wrote in a conversation that is the member’s. */
  | 'REPLIED'
  /** The contact wrote in a conversation that is nobody’s, and in which nothing waited. */
  | 'UNASSIGNED';

/** What becomes of a row whose contact is there already. */
export type OnDuplicate =
  /** Another contact is made; but of an external id there is one, and its row is refused. */
  | 'CREATE'
  /** What the contact has not, it gets from the row. */
  | 'FILL'
  /** What the row has, the contact gets; what the row leaves empty stays. */
  | 'OVERWRITE'
  /** The contact stays as it is. */
  | 'SKIP';

/** Which end of a list comes first. */
export type OrderDirection =
  /** Smallest, earliest, or A first. */
  | 'ASC'
  /** Largest, latest, or Z first. */
  | 'DESC';

/** How much a conversation matters, in the order of an inbox. */
export type Priority =
  /** Before others. */
  | 'HIGH'
  /** Can wait. */
  | 'LOW'
  /** In its turn. */
  | 'MEDIUM'
  /** Nobody has said. */
  | 'NONE'
  /** Before all else. */
  | 'URGENT';

/** The deleted custom field whose values are to go. */
export type PurgeCustomFieldInput = {
  /** Which deleted custom field. */
  id: string;
};

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

/** What a conversation is about. */
export type RenameConversationInput = {
  /** Which conversation. */
  id: string;
  /** Its subject from now on; null, or blank, for none. */
  subject?: string | null | undefined;
};

/** What a company is to be called. */
export type RenameTenantInput = {
  /** The company’s id. */
  id: string;
  /** Its new name. */
  name: string;
  /** Its name in addresses: small letters, digits and hyphens. Left out, it is made from the name. The one before leads on to the company, and is given to no other. */
  slug?: string | null | undefined;
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

/** The deleted custom field to bring back. */
export type RestoreCustomFieldInput = {
  /** Which deleted custom field. */
  id: string;
};

/** The company whose deletion is taken back. */
export type RestoreTenantInput = {
  /** The company’s id. */
  id: string;
};

/** The company to open again. */
export type ResumeTenantInput = {
  /** The company’s id. */
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

/** An archive of the company, to be looked at beside what the company is now. */
export type RewindPreviewInput = {
  /** Of `archives`. */
  archiveId: string;
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

/** A list of contacts to keep under a name. */
export type SaveContactViewInput = {
  /** What to show of each, in order: names of an export’s columns. One that no contact has, such as of a custom field that was deleted, is kept and shows nothing. */
  columns?: Array<string> | null | undefined;
  /** Which contacts. */
  filter: ContactFilter;
  /** Which view it replaces; a new one when nothing is said. */
  id?: string | null | undefined;
  /** Whether everybody of the company is to have it. */
  isShared?: boolean;
  /** What it is called. */
  name: string;
  /** In which order. */
  orderBy?: ContactOrder | null | undefined;
  /** What is searched for. */
  search?: string | null | undefined;
};

/** What the caller has begun to write, and not sent. */
export type SaveDraftInput = {
  /** Instead of what was kept before; null, or blank, for nothing. */
  content?: string | null | undefined;
  /** In which conversation. */
  conversationId: string;
  /** Whether it is to be a note for colleagues: each conversation keeps one draft of a message and one of a note. */
  isNote?: boolean;
};

/** A list of conversations to keep under a name. */
export type SaveViewInput = {
  /** Which conversations. */
  filter: ConversationFilter;
  /** Which view it replaces; a new one when nothing is said. */
  id?: string | null | undefined;
  /** Whether everybody of the company is to have it. */
  isShared?: boolean;
  /** What it is called. */
  name: string;
  /** In which order. */
  orderBy?: ConversationOrder | null | undefined;
};

/** A message to write into a conversation later. */
export type ScheduleMessageInput = {
  /** Plain text. White space and lines within it are kept. */
  content: string;
  /** Which conversation; a closed one too. */
  conversationId: string;
  /** Of the last message that the author has seen. Where somebody else has written after it by then, it is not sent (`ANSWERED`). */
  expectedNumber?: number | null | undefined;
  /** Any text of your own. Sent again with the same input within 24 hours, it answers what the first has scheduled. */
  idempotencyKey?: string | null | undefined;
  /** When it is to be sent: from now on, within a year. */
  sendAt: string;
};

/** Why a scheduled message was not sent when it was due. */
export type SchedulingFailure =
  /** Somebody else had written after the message that its author had seen last. */
  | 'ANSWERED'
  /** Whoever scheduled it was not allowed to write any more. */
  | 'AUTHOR_GONE'
  /** Its contact was deleted at the time, and has come back since. */
  | 'MISSED';

/** A message to write into a conversation. */
export type SendMessageInput = {
  /** Plain text. White space and lines within it are kept. */
  content: string;
  /** Which conversation; a closed one too. */
  conversationId: string;
  /** Of the last message that the sender has seen. Where somebody else has written after it, nothing is sent (`CONFLICT`). */
  expectedNumber?: number | null | undefined;
  /** What another system calls it, such as a mail's Message-ID; unique among the messages of the tenant. */
  externalId?: string | null | undefined;
  /** Any text of your own. Sent again with the same input within 24 hours, it answers the first message and writes none. */
  idempotencyKey?: string | null | undefined;
  /** Whether a closed or snoozed conversation is active again with it. It stays as it is when nothing is said; CONTACT reopens it in any case. */
  reopens?: boolean | null | undefined;
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

/** What a contact is sorted by. */
export type SetContactLabelsInput = {
  /** Which contact. */
  id: string;
  /** All labels that it is to have, at most 20; those that are not named are taken off. */
  labelIds: Array<string>;
};

/** What a conversation is sorted by. */
export type SetConversationLabelsInput = {
  /** Which conversation. */
  id: string;
  /** All labels that it is to have, at most 20; those that are not named are taken off. */
  labelIds: Array<string>;
};

/** How much a conversation matters. */
export type SetConversationPriorityInput = {
  /** Which conversation. */
  id: string;
  /** From now on. */
  priority: Priority;
};

/** What to change about the rules. What is left out stays. */
export type SetDeskRulesInput = {
  /** Whether who answers an unassigned conversation gets it. */
  assignsFirstAnswer?: boolean | null | undefined;
};

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

/** Whether the caller is writing at this moment. */
export type SetTypingInput = {
  /** In which conversation. */
  conversationId: string;
  /** True while they write, again every three seconds; false when they stop. */
  isTyping: boolean;
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
  /** When it returns, in the future and within five years; null, or left out, when the contact writes. */
  until?: string | null | undefined;
};

/** A further conversation with a contact. */
export type StartConversationInput = {
  /** Whom to talk with. */
  contactId: string;
  /** What another system calls it, such as a mail's Message-ID; unique among the conversations of the tenant. */
  externalId?: string | null | undefined;
  /** Any text of your own. Sent again with the same input within 24 hours, it answers the first result and starts nothing. */
  idempotencyKey?: string | null | undefined;
  /** What it will be about. */
  subject?: string | null | undefined;
};

/** An import to start. */
export type StartImportInput = {
  /** Any text of your own. Sent again with the same input within 24 hours, it answers the first result and starts nothing. */
  idempotencyKey?: string | null | undefined;
  /** For people, such as the name of the file. */
  name: string;
  /** What becomes of rows whose contacts are there already. */
  onDuplicate?: OnDuplicate;
  /** How many rows are to come, where that is known: with the last of them it is finished. */
  rowCount?: number | null | undefined;
  /** Anything of your own about it. */
  settings?: Record<string, unknown> | null | undefined;
};

/** The company to close. */
export type SuspendTenantInput = {
  /** The company’s id. */
  id: string;
  /** Why, in a sentence: its members read it. */
  reason: string;
};

/** Contacts that are to be again what they were: by their ids, or all. */
export type TakeOverInput = {
  /** Whether all that were changed or deleted since. */
  all?: boolean | null | undefined;
  /** Which, at most 1000; null with `all`. */
  contactIds?: Array<string> | null | undefined;
  /** Of the result of `rewindPreview`. */
  rewindId: string;
};

/** How far long work has come. */
export type TaskStatus =
  /** Given up, since somebody asked for that. */
  | 'CANCELLED'
  /** At its end. */
  | 'DONE'
  /** Given up; `failure` says why. */
  | 'FAILED'
  /** Under way. Where the process that works on it ends, another goes on with it. */
  | 'RUNNING'
  /** Its turn has not come yet. */
  | 'WAITING';

/** Where a tenant stands in its life. */
export type TenantStatus =
  /** In use. */
  | 'ACTIVE'
  /** Being set up; not visible to anyone yet. */
  | 'CREATING'
  /** Waiting for the end of its grace period, after which its schema is dropped. */
  | 'DELETING'
  /** Its grace period is over; what it had is being removed. */
  | 'DROPPING'
  /** Closed for the time being; its rows are kept. */
  | 'SUSPENDED';

/** The import to take back. */
export type UndoImportInput = {
  /** Which import. */
  importId: string;
  /** Whether contacts that somebody has changed since stay as they are. Where not, they are taken back too, unless they have been written to; asked so of an import that was undone, it takes back those that were kept. */
  keepChanged?: boolean;
};

/** The merge to undo. */
export type UndoMergeInput = {
  /** Which merge. */
  id: string;
};

/** What became of a contact when its import was undone. */
export type UndoOutcome =
  /** Kept, since somebody has changed it after the import. */
  | 'CHANGED'
  /** Not possible: it had been deleted. */
  | 'DELETED'
  /** Not possible: it had been merged into another. */
  | 'MERGED'
  /** It is as it was before the import, or gone again. */
  | 'TAKEN_BACK'
  /** Kept, since it has something of its own by now: a conversation, a note, a label, or another contact that was merged into it. */
  | 'WRITTEN_TO';

/** What to change about a canned reply. What is left out stays. */
export type UpdateCannedReplyInput = {
  /** The text from now on. */
  content?: string | null | undefined;
  /** Which one. */
  id: string;
  /** What it is found by from now on. */
  name?: string | null | undefined;
};

/** Changes to a contact. What is left out stays; null empties a field that may be empty. */
export type UpdateContactInput = {
  /** The organisation the contact works for. */
  company?: string | null | undefined;
  /** One of `email` and `phone` has to remain. */
  email?: string | null | undefined;
  /** Values of custom fields. What is wrong with one is told under `["fields", key]`. What is left out stays; one that is required cannot be emptied. */
  fields?: Array<FieldInput> | null | undefined;
  /** The contact to change. */
  id: string;
  /** Replaces the further keys as a whole; null removes them. Those of custom fields stay unless they are given here or in `fields`. */
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

/** What to change about a custom field. What is left out stays, as do key and kind. */
export type UpdateCustomFieldInput = {
  /** Which custom field. */
  id: string;
  /** Whether new contacts must have a value from now on. */
  isRequired?: boolean | null | undefined;
  /** What people read from now on. */
  name?: string | null | undefined;
  /** All options from now on, in order. Contacts keep what they have of those that are missing. */
  options?: Array<string> | null | undefined;
};

/** What to change about a label. What is left out stays. */
export type UpdateLabelInput = {
  /** What it is known by from now on. */
  colour?: LabelColour | null | undefined;
  /** Which label. */
  id: string;
  /** What it says from now on. */
  name?: string | null | undefined;
};

/** What to change about it, from now on. What is left out stays. */
export type UpdateNotificationSettingsInput = {
  /** Whether of `ASSIGNED`. */
  onAssigned?: boolean | null | undefined;
  /** Whether of `MENTIONED`. */
  onMentioned?: boolean | null | undefined;
  /** Whether of `REPLIED`. */
  onReplied?: boolean | null | undefined;
  /** Whether of `UNASSIGNED`. */
  onUnassigned?: boolean | null | undefined;
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


export type AccountPageQuery = { viewer: { __typename: 'Viewer', id: string, name: string, email: string | null, isOperator: boolean, hasTwoFactor: boolean, recoveryCodesLeft: number, account: { __typename: 'Account', id: string, createdAt: string } | null, sessions: Array<{ __typename: 'Session', id: string, userAgent: string | null, address: string | null, createdAt: string, lastUsedAt: string, isCurrent: boolean }>, passkeys: Array<{ __typename: 'Passkey', id: string, name: string, createdAt: string, lastUsedAt: string | null }> } | null };

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
    | { __typename: 'ContactChanged', cursor: string, contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, lastActivityAt: string, createdAt: string, metadata: Record<string, unknown>, updatedAt: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, recentConversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, status: ConversationStatus }> }, createdBy:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null, fields: Array<{ __typename: 'FieldValue', value: unknown, field: { __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean } }> } | null }
    | { __typename: 'ContactDeleted', contactId: string, cursor: string }
    | { __typename: 'ContactViewsChanged', contactViewId: string, cursor: string }
    | { __typename: 'ConversationChanged', cursor: string, conversation: { __typename: 'Conversation', id: string, messageCount: number, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, openingWords: string | null, waitingSince: string | null, unreadCount: number, priority: Priority, contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, lastActivityAt: string, createdAt: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, recentConversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, status: ConversationStatus }> } }, scheduledMessages: Array<{ __typename: 'ScheduledMessage', id: string, content: string, sendAt: string, failure: SchedulingFailure | null, author:
            | { __typename: 'Account', id: string, name: string }
            | { __typename: 'ApiKey', id: string, name: string }
           | null }>, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
            | { __typename: 'Account', id: string, name: string }
            | { __typename: 'ApiKey', id: string, name: string }
           | null } | null, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> } | null }
    | { __typename: 'CustomFieldsChanged', customFieldId: string, cursor: string }
    | { __typename: 'ImportChanged', cursor: string }
    | { __typename: 'LabelsChanged', labelId: string, cursor: string, label: { __typename: 'Label', id: string, name: string, colour: LabelColour } | null }
    | { __typename: 'MessageChanged', cursor: string, message: { __typename: 'Message', id: string, deliveryState: DeliveryState | null, deliveryReason: string | null } | null }
    | { __typename: 'MessageSent', conversationId: string, cursor: string, message: { __typename: 'Message', id: string, number: number, senderType: SenderType, isNote: boolean, content: string, createdAt: string, deliveryState: DeliveryState | null, deliveryReason: string | null, conversation: { __typename: 'Conversation', id: string, contact: { __typename: 'Contact', id: string } }, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null, mentions: Array<{ __typename: 'Account', id: string, name: string }> } | null }
    | { __typename: 'SavedViewsChanged', savedViewId: string, cursor: string }
   };

export type ArchivesQueryVariables = Exact<{ [key: string]: never; }>;


export type ArchivesQuery = { archives: Array<{ __typename: 'Archive', id: string, madeAt: string, bytes: number, rows: number, reason: ArchiveReason }> };

export type ExportArchiveMutationVariables = Exact<{
  input: ExportArchiveInput;
}>;


export type ExportArchiveMutation = { exportArchive: { __typename: 'ArchiveTaskPayload', task: { __typename: 'Task', id: string, kind: string, status: TaskStatus, done: number, total: number | null, step: string | null, failure: string | null, endedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ImportArchiveMutationVariables = Exact<{
  input: ImportArchiveInput;
}>;


export type ImportArchiveMutation = { importArchive: { __typename: 'ArchiveTaskPayload', task: { __typename: 'Task', id: string, kind: string, status: TaskStatus, done: number, total: number | null, step: string | null, failure: string | null, endedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type CreateSandboxMutationVariables = Exact<{
  input: CreateSandboxInput;
}>;


export type CreateSandboxMutation = { createSandbox: { __typename: 'ArchiveTaskPayload', task: { __typename: 'Task', id: string, kind: string, status: TaskStatus, done: number, total: number | null, step: string | null, failure: string | null, endedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type DeleteSandboxMutationVariables = Exact<{
  input: DeleteSandboxInput;
}>;


export type DeleteSandboxMutation = { deleteSandbox: { __typename: 'ArchiveTaskPayload', task: { __typename: 'Task', id: string, kind: string, status: TaskStatus, done: number, total: number | null, step: string | null, failure: string | null, endedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RewindPreviewMutationVariables = Exact<{
  input: RewindPreviewInput;
}>;


export type RewindPreviewMutation = { rewindPreview: { __typename: 'ArchiveTaskPayload', task: { __typename: 'Task', id: string, kind: string, status: TaskStatus, done: number, total: number | null, step: string | null, failure: string | null, endedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RewindContactsQueryVariables = Exact<{
  rewindId: string;
  after?: string | null | undefined;
}>;


export type RewindContactsQuery = { rewindContacts: { __typename: 'RewindContactConnection', totalCount: number, nodes: Array<{ __typename: 'RewindContact', id: string, name: string, kind: string }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type TakeOverMutationVariables = Exact<{
  input: TakeOverInput;
}>;


export type TakeOverMutation = { takeOver: { __typename: 'ArchiveTaskPayload', task: { __typename: 'Task', id: string, kind: string, status: TaskStatus, done: number, total: number | null, step: string | null, failure: string | null, endedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type CommandMenuSearchQueryVariables = Exact<{
  text: string;
}>;


export type CommandMenuSearchQuery = { search: Array<
    | { __typename: 'ContactHit', contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null } }
    | { __typename: 'ConversationHit', conversation: { __typename: 'Conversation', id: string, contact: { __typename: 'Contact', id: string, name: string } }, snippet: { __typename: 'Snippet', text: string, marks: Array<{ __typename: 'TextRange', start: number, end: number }> } }
    | { __typename: 'MessageHit', message: { __typename: 'Message', id: string, isNote: boolean, conversation: { __typename: 'Conversation', id: string, contact: { __typename: 'Contact', id: string, name: string } } }, snippet: { __typename: 'Snippet', text: string, marks: Array<{ __typename: 'TextRange', start: number, end: number }> } }
  > };

export type CommandMenuCompaniesQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type CommandMenuCompaniesQuery = { tenants: { __typename: 'TenantConnection', nodes: Array<{ __typename: 'Tenant', id: string, name: string, slug: string }> } };

export type MarkedText_SnippetFragment = { __typename: 'Snippet', text: string, marks: Array<{ __typename: 'TextRange', start: number, end: number }> };

export type CompaniesQueryVariables = Exact<{
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type CompaniesQuery = { viewer: { __typename: 'Viewer', id: string, name: string, email: string | null, isOperator: boolean } | null, tenants: { __typename: 'TenantConnection', totalCount: number, nodes: Array<{ __typename: 'Tenant', id: string, slug: string, name: string, status: TenantStatus, isSandbox: boolean }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type ClosedCompaniesQueryVariables = Exact<{ [key: string]: never; }>;


export type ClosedCompaniesQuery = { closedTenants: Array<{ __typename: 'ClosedTenant', id: string, name: string, slug: string, status: TenantStatus, reason: string | null, until: string | null, canRestore: boolean }> };

export type DeletionGraceQueryVariables = Exact<{ [key: string]: never; }>;


export type DeletionGraceQuery = { deletionGraceDays: number };

export type DeleteCompanyMutationVariables = Exact<{
  input: DeleteTenantInput;
}>;


export type DeleteCompanyMutation = { deleteTenant: { __typename: 'DeleteTenantPayload', closedTenant: { __typename: 'ClosedTenant', id: string, until: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RestoreCompanyMutationVariables = Exact<{
  input: RestoreTenantInput;
}>;


export type RestoreCompanyMutation = { restoreTenant: { __typename: 'RestoreTenantPayload', tenant: { __typename: 'Tenant', id: string, slug: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type CompanyCard_TenantFragment = { __typename: 'Tenant', id: string, name: string, slug: string, status: TenantStatus, isSandbox: boolean };

export type TenantSlugQueryVariables = Exact<{
  name: string;
}>;


export type TenantSlugQuery = { tenantSlug: string };

export type CreateTenantMutationVariables = Exact<{
  input: CreateTenantInput;
}>;


export type CreateTenantMutation = { createTenant: { __typename: 'CreateTenantPayload', tenant: { __typename: 'Tenant', id: string, slug: string, name: string, status: TenantStatus, isSandbox: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ContactActivityQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ContactActivityQuery = { contact: { __typename: 'Contact', id: string, timeline: { __typename: 'TimelineEntryConnection', nodes: Array<
        | { __typename: 'ContactChangedEntry', id: string, occurredAt: string, actor:
            | { __typename: 'Account', id: string, name: string }
            | { __typename: 'ApiKey', id: string, name: string }
           | null, changes: Array<{ __typename: 'ContactFieldChange', field: string, from: string | null, to: string | null }> }
        | { __typename: 'ContactCreatedEntry', id: string, occurredAt: string, actor:
            | { __typename: 'Account', id: string, name: string }
            | { __typename: 'ApiKey', id: string, name: string }
           | null }
        | { __typename: 'ContactImportedEntry', id: string, occurredAt: string, actor:
            | { __typename: 'Account', id: string, name: string }
            | { __typename: 'ApiKey', id: string, name: string }
           | null, changes: Array<{ __typename: 'ContactFieldChange', field: string, from: string | null, to: string | null }> }
        | { __typename: 'ContactMergedEntry', id: string, occurredAt: string, isParted: boolean, actor:
            | { __typename: 'Account', id: string, name: string }
            | { __typename: 'ApiKey', id: string, name: string }
           | null, changes: Array<{ __typename: 'ContactFieldChange', field: string, from: string | null, to: string | null }> }
        | { __typename: 'ContactNoteEntry', id: string, occurredAt: string, actor:
            | { __typename: 'Account', id: string, name: string }
            | { __typename: 'ApiKey', id: string, name: string }
           | null, note: { __typename: 'ContactNote', id: string, content: string, canDelete: boolean } }
        | { __typename: 'ContactRestoredEntry', id: string, occurredAt: string, actor:
            | { __typename: 'Account', id: string, name: string }
            | { __typename: 'ApiKey', id: string, name: string }
           | null }
        | { __typename: 'ConversationStartedEntry', id: string, occurredAt: string, actor:
            | { __typename: 'Account', id: string, name: string }
            | { __typename: 'ApiKey', id: string, name: string }
           | null, conversation: { __typename: 'Conversation', id: string, subject: string | null, openingWords: string | null } }
      >, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null, customFields: Array<{ __typename: 'CustomField', id: string, key: string, name: string }>, deletedCustomFields: Array<{ __typename: 'CustomField', id: string, key: string, name: string }> };

export type ContactActivityConversationsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ContactActivityConversationsSubscription = { conversationChanged: { __typename: 'Conversation', id: string, createdAt: string, contact: { __typename: 'Contact', id: string } } };

export type AddContactNoteMutationVariables = Exact<{
  input: AddContactNoteInput;
}>;


export type AddContactNoteMutation = { addContactNote: { __typename: 'AddContactNotePayload', note: { __typename: 'ContactNote', id: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type DeleteContactNoteMutationVariables = Exact<{
  input: DeleteContactNoteInput;
}>;


export type DeleteContactNoteMutation = { deleteContactNote: { __typename: 'DeleteContactNotePayload', deletedNoteId: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ChangeContactsMutationVariables = Exact<{
  input: ChangeContactsInput;
}>;


export type ChangeContactsMutation = { changeContacts: { __typename: 'ChangeContactsPayload', results: Array<{ __typename: 'ContactChangeResult', id: string, contact: { __typename: 'Contact', id: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> } | null, before: { __typename: 'ContactBefore', isDeleted: boolean, labelIds: Array<string> } | null, userErrors: Array<{ __typename: 'UserError', message: string }> }> | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type ContactIdsQueryVariables = Exact<{
  search?: string | null | undefined;
  filter?: ContactFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ContactIdsQuery = { contacts: { __typename: 'ContactConnection', nodes: Array<{ __typename: 'Contact', id: string }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type DeleteContactMutationVariables = Exact<{
  input: DeleteContactInput;
}>;


export type DeleteContactMutation = { deleteContact: { __typename: 'DeleteContactPayload', deletedContactId: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RestoreContactMutationVariables = Exact<{
  input: RestoreContactInput;
}>;


export type RestoreContactMutation = { restoreContact: { __typename: 'RestoreContactPayload', contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, lastActivityAt: string, createdAt: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, recentConversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, status: ConversationStatus }> } } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type DeletedContactsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DeletedContactsQuery = { deletedContacts: { __typename: 'DeletedContactConnection', nodes: Array<{ __typename: 'DeletedContact', id: string, name: string, email: string | null, phone: string | null, company: string | null, conversationCount: number, deletedAt: string, restorableUntil: string }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type ContactDetails_ContactFragment = { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, metadata: Record<string, unknown>, createdAt: string, updatedAt: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, createdBy:
    | { __typename: 'Account', id: string, name: string }
    | { __typename: 'ApiKey', id: string, name: string }
   | null, fields: Array<{ __typename: 'FieldValue', value: unknown, field: { __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean } }> };

export type ContactDetailsChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ContactDetailsChangesSubscription = { contactChanged: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, metadata: Record<string, unknown>, createdAt: string, updatedAt: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, createdBy:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null, fields: Array<{ __typename: 'FieldValue', value: unknown, field: { __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean } }> } };

export type ContactDetailsDeletionsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ContactDetailsDeletionsSubscription = { contactDeleted: string };

export type RemainingContactQueryVariables = Exact<{
  id: string;
}>;


export type RemainingContactQuery = { contact: { __typename: 'Contact', id: string, name: string } | null };

export type SetContactLabelsMutationVariables = Exact<{
  input: SetContactLabelsInput;
}>;


export type SetContactLabelsMutation = { setContactLabels: { __typename: 'SetContactLabelsPayload', contact: { __typename: 'Contact', id: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ErasureReceipt_ReceiptFragment = { __typename: 'ErasureReceipt', id: string, contactId: string, erasedAt: string, backups: string, remains: Array<string>, erasedBy:
    | { __typename: 'Account', id: string, name: string }
    | { __typename: 'ApiKey', id: string, name: string }
   | null, removed: Array<{ __typename: 'ErasedRows', table: string, count: number }> };

export type EraseContactMutationVariables = Exact<{
  input: EraseContactInput;
}>;


export type EraseContactMutation = { eraseContact: { __typename: 'EraseContactPayload', receipt: { __typename: 'ErasureReceipt', id: string, contactId: string, erasedAt: string, backups: string, remains: Array<string>, erasedBy:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null, removed: Array<{ __typename: 'ErasedRows', table: string, count: number }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ErasuresQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ErasuresQuery = { erasures: { __typename: 'ErasureReceiptConnection', nodes: Array<{ __typename: 'ErasureReceipt', id: string, contactId: string, erasedAt: string, backups: string, remains: Array<string>, erasedBy:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null, removed: Array<{ __typename: 'ErasedRows', table: string, count: number }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type ContactField_FieldFragment = { __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean };

export type ContactFields_ContactFragment = { __typename: 'Contact', id: string, fields: Array<{ __typename: 'FieldValue', value: unknown, field: { __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean } }> };

export type ContactFieldsQueryVariables = Exact<{ [key: string]: never; }>;


export type ContactFieldsQuery = { customFields: Array<{ __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean }> };

export type CreateContactMutationVariables = Exact<{
  input: CreateContactInput;
}>;


export type CreateContactMutation = { createContact: { __typename: 'CreateContactPayload', contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, metadata: Record<string, unknown>, createdAt: string, updatedAt: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, createdBy:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null, fields: Array<{ __typename: 'FieldValue', value: unknown, field: { __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean } }> } | null, conversation: { __typename: 'Conversation', id: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type UpdateContactMutationVariables = Exact<{
  input: UpdateContactInput;
}>;


export type UpdateContactMutation = { updateContact: { __typename: 'UpdateContactPayload', contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, metadata: Record<string, unknown>, createdAt: string, updatedAt: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, createdBy:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null, fields: Array<{ __typename: 'FieldValue', value: unknown, field: { __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean } }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type KnownContactsQueryVariables = Exact<{
  filter: ContactFilter;
}>;


export type KnownContactsQuery = { contacts: { __typename: 'ContactConnection', nodes: Array<{ __typename: 'Contact', id: string, name: string }> } };

export type Import_ImportFragment = { __typename: 'Import', id: string, name: string, state: ImportState, onDuplicate: OnDuplicate, settings: Record<string, unknown>, rowCount: number | null, lastNumber: number, createdCount: number, changedCount: number, unchangedCount: number, skippedCount: number, refusedCount: number, takenBackCount: number, keptCount: number, impossibleCount: number, createdAt: string, undoableUntil: string, createdBy:
    | { __typename: 'Account', id: string, name: string }
    | { __typename: 'ApiKey', id: string, name: string }
   | null };

export type ContactImportsQueryVariables = Exact<{
  id: string;
  isOne: boolean;
}>;


export type ContactImportsQuery = { imports: { __typename: 'ImportConnection', nodes: Array<{ __typename: 'Import', id: string, name: string, state: ImportState, onDuplicate: OnDuplicate, settings: Record<string, unknown>, rowCount: number | null, lastNumber: number, createdCount: number, changedCount: number, unchangedCount: number, skippedCount: number, refusedCount: number, takenBackCount: number, keptCount: number, impossibleCount: number, createdAt: string, undoableUntil: string, createdBy:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null }> }, import?: { __typename: 'Import', id: string, name: string, state: ImportState, onDuplicate: OnDuplicate, settings: Record<string, unknown>, rowCount: number | null, lastNumber: number, createdCount: number, changedCount: number, unchangedCount: number, skippedCount: number, refusedCount: number, takenBackCount: number, keptCount: number, impossibleCount: number, createdAt: string, undoableUntil: string, createdBy:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null } | null, customFields: Array<{ __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean }> };

export type ImportProgressQueryVariables = Exact<{
  id: string;
}>;


export type ImportProgressQuery = { import: { __typename: 'Import', id: string, name: string, state: ImportState, onDuplicate: OnDuplicate, settings: Record<string, unknown>, rowCount: number | null, lastNumber: number, createdCount: number, changedCount: number, unchangedCount: number, skippedCount: number, refusedCount: number, takenBackCount: number, keptCount: number, impossibleCount: number, createdAt: string, undoableUntil: string, createdBy:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null } | null };

export type ImportRowsQueryVariables = Exact<{
  id: string;
  outcome?: Array<ImportOutcome> | ImportOutcome | null | undefined;
  undone?: Array<UndoOutcome> | UndoOutcome | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ImportRowsQuery = { import: { __typename: 'Import', id: string, rows: { __typename: 'ImportRowConnection', nodes: Array<{ __typename: 'ImportRow', number: number, outcome: ImportOutcome, undone: UndoOutcome | null, contact: { __typename: 'Contact', id: string, name: string } | null, userErrors: Array<{ __typename: 'UserError', message: string }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null };

export type StartImportMutationVariables = Exact<{
  input: StartImportInput;
}>;


export type StartImportMutation = { startImport: { __typename: 'StartImportPayload', import: { __typename: 'Import', id: string, name: string, state: ImportState, onDuplicate: OnDuplicate, settings: Record<string, unknown>, rowCount: number | null, lastNumber: number, createdCount: number, changedCount: number, unchangedCount: number, skippedCount: number, refusedCount: number, takenBackCount: number, keptCount: number, impossibleCount: number, createdAt: string, undoableUntil: string, createdBy:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ImportContactsMutationVariables = Exact<{
  input: ImportContactsInput;
}>;


export type ImportContactsMutation = { importContacts: { __typename: 'ImportContactsPayload', results: Array<{ __typename: 'ImportResult', number: number, outcome: ImportOutcome, userErrors: Array<{ __typename: 'UserError', message: string }> }> | null, import: { __typename: 'Import', id: string, name: string, state: ImportState, onDuplicate: OnDuplicate, settings: Record<string, unknown>, rowCount: number | null, lastNumber: number, createdCount: number, changedCount: number, unchangedCount: number, skippedCount: number, refusedCount: number, takenBackCount: number, keptCount: number, impossibleCount: number, createdAt: string, undoableUntil: string, createdBy:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type FinishImportMutationVariables = Exact<{
  input: FinishImportInput;
}>;


export type FinishImportMutation = { finishImport: { __typename: 'FinishImportPayload', import: { __typename: 'Import', id: string, name: string, state: ImportState, onDuplicate: OnDuplicate, settings: Record<string, unknown>, rowCount: number | null, lastNumber: number, createdCount: number, changedCount: number, unchangedCount: number, skippedCount: number, refusedCount: number, takenBackCount: number, keptCount: number, impossibleCount: number, createdAt: string, undoableUntil: string, createdBy:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type UndoImportMutationVariables = Exact<{
  input: UndoImportInput;
}>;


export type UndoImportMutation = { undoImport: { __typename: 'UndoImportPayload', import: { __typename: 'Import', id: string, name: string, state: ImportState, onDuplicate: OnDuplicate, settings: Record<string, unknown>, rowCount: number | null, lastNumber: number, createdCount: number, changedCount: number, unchangedCount: number, skippedCount: number, refusedCount: number, takenBackCount: number, keptCount: number, impossibleCount: number, createdAt: string, undoableUntil: string, createdBy:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ContactListChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ContactListChangesSubscription = { contactChanged: { __typename: 'Contact', id: string, updatedAt: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, lastActivityAt: string, createdAt: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, recentConversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, status: ConversationStatus }> } } };

export type ContactListConversationsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ContactListConversationsSubscription = { conversationChanged: { __typename: 'Conversation', id: string, status: ConversationStatus, contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, lastActivityAt: string, createdAt: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, recentConversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, status: ConversationStatus }> } } } };

export type ContactListDeletionsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ContactListDeletionsSubscription = { contactDeleted: string };

export type ContactListMessagesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ContactListMessagesSubscription = { messageSent: { __typename: 'Message', id: string, senderType: SenderType, conversation: { __typename: 'Conversation', id: string, contact: { __typename: 'Contact', id: string } } } };

export type ContactCountQueryVariables = Exact<{
  search?: string | null | undefined;
  filter?: ContactFilter | null | undefined;
}>;


export type ContactCountQuery = { contacts: { __typename: 'ContactConnection', totalCount: number } };

export type ContactFacetsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ContactFacetsQuery = { contactFacets: { __typename: 'ContactFacets', sources: Array<string>, companies: Array<string> } };

export type ContactListQueryVariables = Exact<{
  search?: string | null | undefined;
  filter?: ContactFilter | null | undefined;
  orderBy?: ContactOrder | null | undefined;
  after?: string | null | undefined;
  withFields?: boolean;
}>;


export type ContactListQuery = { contacts: { __typename: 'ContactConnection', totalCount: number, nodes: Array<{ __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, lastActivityAt: string, createdAt: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, recentConversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, status: ConversationStatus }> } } & { __typename: 'Contact', id?: string, fields?: Array<{ __typename: 'FieldValue', value: unknown, field: { __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean } }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type ContactRow_ContactFragment = { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, lastActivityAt: string, createdAt: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, recentConversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, status: ConversationStatus }> } };

export type DuplicateCountQueryVariables = Exact<{ [key: string]: never; }>;


export type DuplicateCountQuery = { duplicates: { __typename: 'DuplicatePairConnection', totalCount: number } };

export type ContactAlikes_ContactFragment = { __typename: 'Contact', id: string, name: string, duplicates: Array<{ __typename: 'DuplicateHit', reasons: Array<DuplicateReason>, contact: { __typename: 'Contact', id: string, name: string } }>, merges: Array<{ __typename: 'ContactMerge', id: string, fromName: string, mergedAt: string }> };

export type DuplicatesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DuplicatesQuery = { duplicates: { __typename: 'DuplicatePairConnection', totalCount: number, nodes: Array<{ __typename: 'DuplicatePair', id: string, reasons: Array<DuplicateReason>, first: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, createdAt: string }, second: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, createdAt: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type DuplicateContactFragment = { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, createdAt: string };

export type DismissDuplicateMutationVariables = Exact<{
  input: DismissDuplicateInput;
}>;


export type DismissDuplicateMutation = { dismissDuplicate: { __typename: 'DismissDuplicatePayload', contact: { __typename: 'Contact', id: string, duplicates: Array<{ __typename: 'DuplicateHit', reasons: Array<DuplicateReason>, contact: { __typename: 'Contact', id: string, name: string } }> } | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type MergeSidesQueryVariables = Exact<{
  first: string;
  second: string;
}>;


export type MergeSidesQuery = { first: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, externalId: string | null, metadata: Record<string, unknown>, createdAt: string, conversations: { __typename: 'ConversationConnection', totalCount: number } } | null, second: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, externalId: string | null, metadata: Record<string, unknown>, createdAt: string, conversations: { __typename: 'ConversationConnection', totalCount: number } } | null };

export type MergeSide_ContactFragment = { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, externalId: string | null, metadata: Record<string, unknown>, createdAt: string, conversations: { __typename: 'ConversationConnection', totalCount: number } };

export type MergeContactsMutationVariables = Exact<{
  input: MergeContactsInput;
}>;


export type MergeContactsMutation = { mergeContacts: { __typename: 'MergeContactsPayload', contact: { __typename: 'Contact', id: string, name: string } | null, merge: { __typename: 'ContactMerge', id: string, fromName: string } | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type UndoMergeMutationVariables = Exact<{
  input: UndoMergeInput;
}>;


export type UndoMergeMutation = { undoMerge: { __typename: 'UndoMergePayload', contact: { __typename: 'Contact', id: string, name: string } | null, restoredContact: { __typename: 'Contact', id: string, name: string } | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type ContactView_ViewFragment = { __typename: 'ContactView', id: string, name: string, isShared: boolean, isMine: boolean, search: string | null, filter: Record<string, unknown>, orderBy: Record<string, unknown> | null, columns: Array<string> | null };

export type ContactViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type ContactViewsQuery = { contactViews: Array<{ __typename: 'ContactView', id: string, name: string, isShared: boolean, isMine: boolean, search: string | null, filter: Record<string, unknown>, orderBy: Record<string, unknown> | null, columns: Array<string> | null }> };

export type SaveContactViewMutationVariables = Exact<{
  input: SaveContactViewInput;
}>;


export type SaveContactViewMutation = { saveContactView: { __typename: 'SaveContactViewPayload', contactView: { __typename: 'ContactView', id: string, name: string, isShared: boolean, isMine: boolean, search: string | null, filter: Record<string, unknown>, orderBy: Record<string, unknown> | null, columns: Array<string> | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type DeleteContactViewMutationVariables = Exact<{
  input: DeleteContactViewInput;
}>;


export type DeleteContactViewMutation = { deleteContactView: { __typename: 'DeleteContactViewPayload', deletedContactViewId: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ConversationPreview_ConversationFragment = { __typename: 'Conversation', status: ConversationStatus, snoozedUntil: string | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null } | null };

export type AddNoteMutationVariables = Exact<{
  input: AddNoteInput;
}>;


export type AddNoteMutation = { addNote: { __typename: 'AddNotePayload', message: { __typename: 'Message', id: string, number: number, senderType: SenderType, isNote: boolean, content: string, createdAt: string, deliveryState: DeliveryState | null, deliveryReason: string | null, author:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null, mentions: Array<{ __typename: 'Account', id: string, name: string }> } | null, conversation: { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null } | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type CannedRepliesQueryVariables = Exact<{ [key: string]: never; }>;


export type CannedRepliesQuery = { cannedReplies: Array<{ __typename: 'CannedReply', id: string, name: string, content: string }> };

export type CreateCannedReplyMutationVariables = Exact<{
  input: CreateCannedReplyInput;
}>;


export type CreateCannedReplyMutation = { createCannedReply: { __typename: 'CreateCannedReplyPayload', cannedReply: { __typename: 'CannedReply', id: string, name: string, content: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type UpdateCannedReplyMutationVariables = Exact<{
  input: UpdateCannedReplyInput;
}>;


export type UpdateCannedReplyMutation = { updateCannedReply: { __typename: 'UpdateCannedReplyPayload', cannedReply: { __typename: 'CannedReply', id: string, name: string, content: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type DeleteCannedReplyMutationVariables = Exact<{
  input: DeleteCannedReplyInput;
}>;


export type DeleteCannedReplyMutation = { deleteCannedReply: { __typename: 'DeleteCannedReplyPayload', deletedCannedReplyId: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ContactConversations_ContactFragment = { __typename: 'Contact', id: string, name: string, conversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, openingWords: string | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ConversationsOfContactSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ConversationsOfContactSubscription = { conversationChanged: { __typename: 'Conversation', id: string, messageCount: number, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, openingWords: string | null, contact: { __typename: 'Contact', id: string }, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null } | null } };

export type ConversationRow_ConversationFragment = { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null } | null };

export type ConversationTitle_ConversationFragment = { __typename: 'Conversation', subject: string | null, openingWords: string | null, createdAt: string };

export type InboxRow_ConversationFragment = { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, waitingSince: string | null, unreadCount: number, priority: Priority, contact: { __typename: 'Contact', id: string, name: string }, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null } | null };

export type InboxQueryVariables = Exact<{
  filter?: ConversationFilter | null | undefined;
  orderBy?: ConversationOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type InboxQuery = { conversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, waitingSince: string | null, unreadCount: number, priority: Priority, contact: { __typename: 'Contact', id: string, name: string }, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type InboxCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type InboxCountsQuery = { inboxCounts: { __typename: 'InboxCounts', mine: number, unassigned: number, open: number, unread: number, snoozed: number, closed: number, labels: Array<{ __typename: 'LabelCount', count: number, label: { __typename: 'Label', id: string, name: string, colour: LabelColour } }> } };

export type InboxChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type InboxChangesSubscription = { conversationChanged: { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, waitingSince: string | null, unreadCount: number, priority: Priority, contact: { __typename: 'Contact', id: string, name: string }, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null } | null } };

export type InboxMessagesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type InboxMessagesSubscription = { messageSent: { __typename: 'Message', id: string, senderType: SenderType, conversation: { __typename: 'Conversation', id: string, contact: { __typename: 'Contact', id: string } } } };

export type CreateLabelMutationVariables = Exact<{
  input: CreateLabelInput;
}>;


export type CreateLabelMutation = { createLabel: { __typename: 'CreateLabelPayload', label: { __typename: 'Label', id: string, name: string, colour: LabelColour } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type UpdateLabelMutationVariables = Exact<{
  input: UpdateLabelInput;
}>;


export type UpdateLabelMutation = { updateLabel: { __typename: 'UpdateLabelPayload', label: { __typename: 'Label', id: string, name: string, colour: LabelColour } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type DeleteLabelMutationVariables = Exact<{
  input: DeleteLabelInput;
}>;


export type DeleteLabelMutation = { deleteLabel: { __typename: 'DeleteLabelPayload', deletedLabelId: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type MarkConversationReadMutationVariables = Exact<{
  input: MarkConversationReadInput;
}>;


export type MarkConversationReadMutation = { markConversationRead: { __typename: 'MarkConversationReadPayload', conversation: { __typename: 'Conversation', id: string, unreadCount: number } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type MarkConversationUnreadMutationVariables = Exact<{
  input: MarkConversationUnreadInput;
}>;


export type MarkConversationUnreadMutation = { markConversationUnread: { __typename: 'MarkConversationUnreadPayload', conversation: { __typename: 'Conversation', id: string, unreadCount: number } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type UnreadCountQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadCountQuery = { inboxCounts: { __typename: 'InboxCounts', unread: number } };

export type ConversationPresenceSubscriptionVariables = Exact<{
  conversationId: string;
}>;


export type ConversationPresenceSubscription = { presence: { __typename: 'Presence', viewers: Array<{ __typename: 'Account', id: string, name: string }>, typing: Array<{ __typename: 'Account', id: string, name: string }> } };

export type SetTypingMutationVariables = Exact<{
  input: SetTypingInput;
}>;


export type SetTypingMutation = { setTyping: { __typename: 'SetTypingPayload', conversation: { __typename: 'Conversation', id: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type DeskRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type DeskRulesQuery = { deskRules: { __typename: 'DeskRules', assignsFirstAnswer: boolean } };

export type SetDeskRulesMutationVariables = Exact<{
  input: SetDeskRulesInput;
}>;


export type SetDeskRulesMutation = { setDeskRules: { __typename: 'SetDeskRulesPayload', deskRules: { __typename: 'DeskRules', assignsFirstAnswer: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SaveDraftMutationVariables = Exact<{
  input: SaveDraftInput;
  isNote: boolean;
}>;


export type SaveDraftMutation = { saveDraft: { __typename: 'SaveDraftPayload', conversation: { __typename: 'Conversation', id: string, draft?: string | null, noteDraft?: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SavedViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type SavedViewsQuery = { savedViews: Array<{ __typename: 'SavedView', id: string, name: string, isShared: boolean, isMine: boolean, filter: Record<string, unknown>, orderBy: Record<string, unknown> | null }> };

export type SaveViewMutationVariables = Exact<{
  input: SaveViewInput;
}>;


export type SaveViewMutation = { saveView: { __typename: 'SaveViewPayload', savedView: { __typename: 'SavedView', id: string, name: string, isShared: boolean, isMine: boolean, filter: Record<string, unknown>, orderBy: Record<string, unknown> | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type DeleteViewMutationVariables = Exact<{
  input: DeleteViewInput;
}>;


export type DeleteViewMutation = { deleteView: { __typename: 'DeleteViewPayload', deletedViewId: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ScheduledMessages_ConversationFragment = { __typename: 'Conversation', id: string, scheduledMessages: Array<{ __typename: 'ScheduledMessage', id: string, content: string, sendAt: string, failure: SchedulingFailure | null, author:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null }> };

export type ScheduleMessageMutationVariables = Exact<{
  input: ScheduleMessageInput;
}>;


export type ScheduleMessageMutation = { scheduleMessage: { __typename: 'ScheduleMessagePayload', scheduledMessage: { __typename: 'ScheduledMessage', id: string } | null, conversation: { __typename: 'Conversation', id: string, scheduledMessages: Array<{ __typename: 'ScheduledMessage', id: string, content: string, sendAt: string, failure: SchedulingFailure | null, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ChangeScheduledMessageMutationVariables = Exact<{
  input: ChangeScheduledMessageInput;
}>;


export type ChangeScheduledMessageMutation = { changeScheduledMessage: { __typename: 'ChangeScheduledMessagePayload', conversation: { __typename: 'Conversation', id: string, scheduledMessages: Array<{ __typename: 'ScheduledMessage', id: string, content: string, sendAt: string, failure: SchedulingFailure | null, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type CancelScheduledMessageMutationVariables = Exact<{
  input: CancelScheduledMessageInput;
}>;


export type CancelScheduledMessageMutation = { cancelScheduledMessage: { __typename: 'CancelScheduledMessagePayload', conversation: { __typename: 'Conversation', id: string, scheduledMessages: Array<{ __typename: 'ScheduledMessage', id: string, content: string, sendAt: string, failure: SchedulingFailure | null, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SendMessageMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendMessageMutation = { sendMessage: { __typename: 'SendMessagePayload', message: { __typename: 'Message', id: string, number: number, senderType: SenderType, isNote: boolean, content: string, createdAt: string, deliveryState: DeliveryState | null, deliveryReason: string | null, author:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null, mentions: Array<{ __typename: 'Account', id: string, name: string }> } | null, conversation: { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null } | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type StartConversationMutationVariables = Exact<{
  input: StartConversationInput;
}>;


export type StartConversationMutation = { startConversation: { __typename: 'StartConversationPayload', conversation: { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, openingWords: string | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null } | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ThreadHeader_ConversationFragment = { __typename: 'Conversation', id: string, subject: string | null, messageCount: number, openingWords: string | null, createdAt: string, status: ConversationStatus, snoozedUntil: string | null, priority: Priority, contact: { __typename: 'Contact', id: string, name: string }, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> };

export type ThreadMessage_MessageFragment = { __typename: 'Message', id: string, number: number, senderType: SenderType, isNote: boolean, content: string, createdAt: string, deliveryState: DeliveryState | null, deliveryReason: string | null, author:
    | { __typename: 'Account', id: string, name: string }
    | { __typename: 'ApiKey', id: string, name: string }
   | null, mentions: Array<{ __typename: 'Account', id: string, name: string }> };

export type ThreadPage_MessagesFragment = { __typename: 'MessageConnection', nodes: Array<{ __typename: 'Message', id: string, number: number, senderType: SenderType, isNote: boolean, content: string, createdAt: string, deliveryState: DeliveryState | null, deliveryReason: string | null, author:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null, mentions: Array<{ __typename: 'Account', id: string, name: string }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } };

export type ThreadQueryVariables = Exact<{
  id: string;
}>;


export type ThreadQuery = { conversation: { __typename: 'Conversation', id: string, createdAt: string, unreadCount: number, messageCount: number, draft: string | null, noteDraft: string | null, subject: string | null, openingWords: string | null, status: ConversationStatus, snoozedUntil: string | null, priority: Priority, contact: { __typename: 'Contact', id: string, name: string }, messages: { __typename: 'MessageConnection', nodes: Array<{ __typename: 'Message', id: string, number: number, senderType: SenderType, isNote: boolean, content: string, createdAt: string, deliveryState: DeliveryState | null, deliveryReason: string | null, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null, mentions: Array<{ __typename: 'Account', id: string, name: string }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, scheduledMessages: Array<{ __typename: 'ScheduledMessage', id: string, content: string, sendAt: string, failure: SchedulingFailure | null, author:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null }>, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> } | null };

export type OlderMessagesQueryVariables = Exact<{
  id: string;
  before: string;
  size?: number;
}>;


export type OlderMessagesQuery = { conversation: { __typename: 'Conversation', id: string, messages: { __typename: 'MessageConnection', nodes: Array<{ __typename: 'Message', id: string, number: number, senderType: SenderType, isNote: boolean, content: string, createdAt: string, deliveryState: DeliveryState | null, deliveryReason: string | null, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null, mentions: Array<{ __typename: 'Account', id: string, name: string }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type ThreadMessagesSubscriptionVariables = Exact<{
  id: string;
}>;


export type ThreadMessagesSubscription = { messageSent: { __typename: 'Message', id: string, number: number, senderType: SenderType, isNote: boolean, content: string, createdAt: string, deliveryState: DeliveryState | null, deliveryReason: string | null, author:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null, mentions: Array<{ __typename: 'Account', id: string, name: string }> } };

export type Work_ConversationFragment = { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, priority: Priority, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> };

export type CloseConversationMutationVariables = Exact<{
  input: CloseConversationInput;
}>;


export type CloseConversationMutation = { closeConversation: { __typename: 'CloseConversationPayload', conversation: { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, priority: Priority, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ReopenConversationMutationVariables = Exact<{
  input: ReopenConversationInput;
}>;


export type ReopenConversationMutation = { reopenConversation: { __typename: 'ReopenConversationPayload', conversation: { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, priority: Priority, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SnoozeConversationMutationVariables = Exact<{
  input: SnoozeConversationInput;
}>;


export type SnoozeConversationMutation = { snoozeConversation: { __typename: 'SnoozeConversationPayload', conversation: { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, priority: Priority, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type AssignConversationMutationVariables = Exact<{
  input: AssignConversationInput;
}>;


export type AssignConversationMutation = { assignConversation: { __typename: 'AssignConversationPayload', conversation: { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, priority: Priority, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SetConversationLabelsMutationVariables = Exact<{
  input: SetConversationLabelsInput;
}>;


export type SetConversationLabelsMutation = { setConversationLabels: { __typename: 'SetConversationLabelsPayload', conversation: { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, priority: Priority, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SetConversationPriorityMutationVariables = Exact<{
  input: SetConversationPriorityInput;
}>;


export type SetConversationPriorityMutation = { setConversationPriority: { __typename: 'SetConversationPriorityPayload', conversation: { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, priority: Priority, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RenameConversationMutationVariables = Exact<{
  input: RenameConversationInput;
}>;


export type RenameConversationMutation = { renameConversation: { __typename: 'RenameConversationPayload', conversation: { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, priority: Priority, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ChangeConversationsMutationVariables = Exact<{
  input: ChangeConversationsInput;
}>;


export type ChangeConversationsMutation = { changeConversations: { __typename: 'ChangeConversationsPayload', results: Array<{ __typename: 'ConversationChangeResult', id: string, conversation: { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, priority: Priority, assignee: { __typename: 'Account', id: string, name: string } | null, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> } | null, before: { __typename: 'ConversationBefore', status: ConversationStatus, snoozedUntil: string | null, priority: Priority, assigneeId: string | null, labelIds: Array<string> } | null, userErrors: Array<{ __typename: 'UserError', message: string }> }> | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type AssignableMembersQueryVariables = Exact<{ [key: string]: never; }>;


export type AssignableMembersQuery = { currentTenant: { __typename: 'Tenant', id: string, members: { __typename: 'MembershipConnection', nodes: Array<{ __typename: 'Membership', id: string, role: Role, account: { __typename: 'Account', id: string, name: string } }> } } };

export type CustomFieldsQueryVariables = Exact<{ [key: string]: never; }>;


export type CustomFieldsQuery = { customFields: Array<{ __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean }>, deletedCustomFields: Array<{ __typename: 'CustomField', id: string, name: string, kind: CustomFieldKind, deletedAt: string | null }> };

export type CreateCustomFieldMutationVariables = Exact<{
  input: CreateCustomFieldInput;
}>;


export type CreateCustomFieldMutation = { createCustomField: { __typename: 'CreateCustomFieldPayload', customField: { __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type UpdateCustomFieldMutationVariables = Exact<{
  input: UpdateCustomFieldInput;
}>;


export type UpdateCustomFieldMutation = { updateCustomField: { __typename: 'UpdateCustomFieldPayload', customField: { __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type MoveCustomFieldMutationVariables = Exact<{
  input: MoveCustomFieldInput;
}>;


export type MoveCustomFieldMutation = { moveCustomField: { __typename: 'MoveCustomFieldPayload', customFields: Array<{ __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean }> | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type DeleteCustomFieldMutationVariables = Exact<{
  input: DeleteCustomFieldInput;
}>;


export type DeleteCustomFieldMutation = { deleteCustomField: { __typename: 'DeleteCustomFieldPayload', deletedCustomFieldId: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RestoreCustomFieldMutationVariables = Exact<{
  input: RestoreCustomFieldInput;
}>;


export type RestoreCustomFieldMutation = { restoreCustomField: { __typename: 'RestoreCustomFieldPayload', customField: { __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type PurgeCustomFieldMutationVariables = Exact<{
  input: PurgeCustomFieldInput;
}>;


export type PurgeCustomFieldMutation = { purgeCustomField: { __typename: 'PurgeCustomFieldPayload', purgedCustomFieldId: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type DeletedField_FieldFragment = { __typename: 'CustomField', id: string, name: string, kind: CustomFieldKind, deletedAt: string | null };

export type CustomFieldRow_FieldFragment = { __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean };

export type DashboardMessagesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DashboardMessagesSubscription = { messageSent: { __typename: 'Message', id: string } };

export type DashboardConversationsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DashboardConversationsSubscription = { conversationChanged: { __typename: 'Conversation', id: string, status: ConversationStatus } };

export type DashboardContactsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DashboardContactsSubscription = { contactChanged: { __typename: 'Contact', id: string, name: string } };

export type DashboardDeletionsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DashboardDeletionsSubscription = { contactDeleted: string };

export type DashboardQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardQuery = { currentTenant: { __typename: 'Tenant', id: string, name: string, createdAt: string, stats: { __typename: 'TenantStats', contactCount: number, medianFirstReplySeconds: number | null, conversationsOpenedPerDay: Array<{ __typename: 'DayCount', date: string, count: number }>, conversationsClosedPerDay: Array<{ __typename: 'DayCount', date: string, count: number }>, messagesPerDay: Array<{ __typename: 'DayCount', date: string, count: number }> } }, inboxCounts: { __typename: 'InboxCounts', waiting: number, unassigned: number, open: number }, waiting: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, subject: string | null, waitingSince: string | null, status: ConversationStatus, snoozedUntil: string | null, contact: { __typename: 'Contact', id: string, name: string }, assignee: { __typename: 'Account', id: string, name: string } | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null } | null }> }, contacts: { __typename: 'ContactConnection', nodes: Array<{ __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, createdAt: string }> }, conversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, createdAt: string, lastMessageAt: string | null, snoozedUntil: string | null, contact: { __typename: 'Contact', id: string, name: string }, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
          | { __typename: 'Account', id: string, name: string }
          | { __typename: 'ApiKey', id: string, name: string }
         | null } | null }> } };

export type Figures_TenantFragment = { __typename: 'Tenant', id: string, stats: { __typename: 'TenantStats', contactCount: number, medianFirstReplySeconds: number | null } };

export type Figures_CountsFragment = { __typename: 'InboxCounts', waiting: number, unassigned: number, open: number };

export type MessagesPerDay_TenantFragment = { __typename: 'Tenant', id: string, stats: { __typename: 'TenantStats', messagesPerDay: Array<{ __typename: 'DayCount', date: string, count: number }> } };

export type OpenedAndClosed_TenantFragment = { __typename: 'Tenant', id: string, stats: { __typename: 'TenantStats', conversationsOpenedPerDay: Array<{ __typename: 'DayCount', date: string, count: number }>, conversationsClosedPerDay: Array<{ __typename: 'DayCount', date: string, count: number }> } };

export type RecentContacts_ContactFragment = { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, createdAt: string };

export type RecentConversations_ConversationFragment = { __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, createdAt: string, lastMessageAt: string | null, snoozedUntil: string | null, contact: { __typename: 'Contact', id: string, name: string }, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null } | null };

export type WaitingLongest_ConversationFragment = { __typename: 'Conversation', id: string, subject: string | null, waitingSince: string | null, status: ConversationStatus, snoozedUntil: string | null, contact: { __typename: 'Contact', id: string, name: string }, assignee: { __typename: 'Account', id: string, name: string } | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null } | null };

export type LabelsQueryVariables = Exact<{ [key: string]: never; }>;


export type LabelsQuery = { labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }> };

export type NotificationSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationSettingsQuery = { notificationSettings: { __typename: 'NotificationSettings', onAssigned: boolean, onMentioned: boolean, onReplied: boolean, onUnassigned: boolean } };

export type UpdateNotificationSettingsMutationVariables = Exact<{
  input: UpdateNotificationSettingsInput;
}>;


export type UpdateNotificationSettingsMutation = { updateNotificationSettings: { __typename: 'UpdateNotificationSettingsPayload', notificationSettings: { __typename: 'NotificationSettings', onAssigned: boolean, onMentioned: boolean, onReplied: boolean, onUnassigned: boolean } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type NotificationRow_NotificationFragment = { __typename: 'Notification', id: string, kind: NotificationKind, isRead: boolean, createdAt: string, actor:
    | { __typename: 'Account', id: string, name: string }
    | { __typename: 'ApiKey', id: string, name: string }
   | null, conversation: { __typename: 'Conversation', id: string, subject: string | null, createdAt: string, contact: { __typename: 'Contact', id: string, name: string } } };

export type NotificationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type NotificationsQuery = { notifications: { __typename: 'NotificationConnection', nodes: Array<{ __typename: 'Notification', id: string, kind: NotificationKind, isRead: boolean, createdAt: string, actor:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null, conversation: { __typename: 'Conversation', id: string, subject: string | null, createdAt: string, contact: { __typename: 'Contact', id: string, name: string } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type UnreadNotificationsQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNotificationsQuery = { unreadNotificationCount: number };

export type NotificationAddedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type NotificationAddedSubscription = { notificationAdded: { __typename: 'Notification', id: string, kind: NotificationKind, isRead: boolean, createdAt: string, actor:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null, conversation: { __typename: 'Conversation', id: string, subject: string | null, createdAt: string, contact: { __typename: 'Contact', id: string, name: string } } } };

export type NotificationsReadSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type NotificationsReadSubscription = { notificationsRead: { __typename: 'NotificationsRead', ids: Array<string> | null, unreadNotificationCount: number } };

export type MarkNotificationsReadMutationVariables = Exact<{
  input: MarkNotificationsReadInput;
}>;


export type MarkNotificationsReadMutation = { markNotificationsRead: { __typename: 'MarkNotificationsReadPayload', unreadNotificationCount: number | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type FleetQueryVariables = Exact<{ [key: string]: never; }>;


export type FleetQuery = { viewer: { __typename: 'Viewer', id: string, name: string, email: string | null, isOperator: boolean } | null, fleet: { __typename: 'Fleet', tenantCount: number, behind: number, failed: number, version: string, openConnections: number, databaseSizeBytes: number, byStatus: Array<{ __typename: 'TenantStatusCount', status: TenantStatus, count: number }>, pools: { __typename: 'FleetPools', open: number, inUse: number, evicted: number } } };

export type FleetCompaniesQueryVariables = Exact<{
  search?: string | null | undefined;
  status?: TenantStatus | null | undefined;
  sort: FleetTenantSort;
  after?: string | null | undefined;
}>;


export type FleetCompaniesQuery = { fleetTenants: { __typename: 'FleetTenantConnection', totalCount: number, nodes: Array<{ __typename: 'FleetTenant', id: string, name: string, slug: string, status: TenantStatus, statusReason: string | null, statusUntil: string | null, version: string, isUpToDate: boolean, failure: string | null, sizeBytes: number, lastActiveAt: string | null, memberCount: number, createdAt: string }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type FleetRow_TenantFragment = { __typename: 'FleetTenant', id: string, name: string, slug: string, status: TenantStatus, statusReason: string | null, statusUntil: string | null, version: string, isUpToDate: boolean, failure: string | null, sizeBytes: number, lastActiveAt: string | null, memberCount: number, createdAt: string };

export type FleetCompanyQueryVariables = Exact<{
  id: string;
}>;


export type FleetCompanyQuery = { viewer: { __typename: 'Viewer', id: string, name: string, email: string | null, isOperator: boolean } | null, fleetTenant: { __typename: 'FleetTenant', id: string, name: string, slug: string, status: TenantStatus, statusReason: string | null, statusUntil: string | null, version: string, isUpToDate: boolean, failure: string | null, sizeBytes: number, lastActiveAt: string | null, memberCount: number, createdAt: string } | null };

export type FleetTasksQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FleetTasksQuery = { fleetTasks: { __typename: 'FleetTaskConnection', nodes: Array<{ __typename: 'FleetTask', id: string, kind: string, tenantSlug: string | null, status: TaskStatus, done: number, total: number | null, step: string | null, summary: string | null, failure: string | null, createdAt: string, endedAt: string | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type FleetTaskRow_TaskFragment = { __typename: 'FleetTask', id: string, kind: string, tenantSlug: string | null, status: TaskStatus, done: number, total: number | null, step: string | null, summary: string | null, failure: string | null, createdAt: string, endedAt: string | null };

export type SuspendCompanyMutationVariables = Exact<{
  input: SuspendTenantInput;
}>;


export type SuspendCompanyMutation = { suspendTenant: { __typename: 'FleetTenantPayload', fleetTenant: { __typename: 'FleetTenant', id: string, name: string, slug: string, status: TenantStatus, statusReason: string | null, statusUntil: string | null, version: string, isUpToDate: boolean, failure: string | null, sizeBytes: number, lastActiveAt: string | null, memberCount: number, createdAt: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ResumeCompanyMutationVariables = Exact<{
  input: ResumeTenantInput;
}>;


export type ResumeCompanyMutation = { resumeTenant: { __typename: 'FleetTenantPayload', fleetTenant: { __typename: 'FleetTenant', id: string, name: string, slug: string, status: TenantStatus, statusReason: string | null, statusUntil: string | null, version: string, isUpToDate: boolean, failure: string | null, sizeBytes: number, lastActiveAt: string | null, memberCount: number, createdAt: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type MigrateFleetMutationVariables = Exact<{ [key: string]: never; }>;


export type MigrateFleetMutation = { migrateFleet: { __typename: 'FleetTaskPayload', task: { __typename: 'FleetTask', id: string, kind: string, tenantSlug: string | null, status: TaskStatus, done: number, total: number | null, step: string | null, summary: string | null, failure: string | null, createdAt: string, endedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type VerifyFleetMutationVariables = Exact<{ [key: string]: never; }>;


export type VerifyFleetMutation = { verifyFleet: { __typename: 'FleetTaskPayload', task: { __typename: 'FleetTask', id: string, kind: string, tenantSlug: string | null, status: TaskStatus, done: number, total: number | null, step: string | null, summary: string | null, failure: string | null, createdAt: string, endedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type CancelFleetTaskMutationVariables = Exact<{
  input: CancelFleetTaskInput;
}>;


export type CancelFleetTaskMutation = { cancelFleetTask: { __typename: 'FleetTaskPayload', task: { __typename: 'FleetTask', id: string, kind: string, tenantSlug: string | null, status: TaskStatus, done: number, total: number | null, step: string | null, summary: string | null, failure: string | null, createdAt: string, endedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ContactPageQueryVariables = Exact<{
  id: string;
  conversationsAfter?: string | null | undefined;
}>;


export type ContactPageQuery = { contact: { __typename: 'Contact', id: string, name: string, phone: string | null, company: string | null, position: string | null, email: string | null, source: string | null, metadata: Record<string, unknown>, createdAt: string, updatedAt: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, createdBy:
      | { __typename: 'Account', id: string, name: string }
      | { __typename: 'ApiKey', id: string, name: string }
     | null, duplicates: Array<{ __typename: 'DuplicateHit', reasons: Array<DuplicateReason>, contact: { __typename: 'Contact', id: string, name: string } }>, merges: Array<{ __typename: 'ContactMerge', id: string, fromName: string, mergedAt: string }>, conversations: { __typename: 'ConversationConnection', nodes: Array<{ __typename: 'Conversation', id: string, subject: string | null, status: ConversationStatus, snoozedUntil: string | null, createdAt: string, lastMessageAt: string | null, openingWords: string | null, lastMessage: { __typename: 'Message', id: string, content: string, senderType: SenderType, author:
            | { __typename: 'Account', id: string, name: string }
            | { __typename: 'ApiKey', id: string, name: string }
           | null } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, fields: Array<{ __typename: 'FieldValue', value: unknown, field: { __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean } }> } | null };

export type InboxContactQueryVariables = Exact<{
  id: string;
}>;


export type InboxContactQuery = { conversation: { __typename: 'Conversation', id: string, contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null, company: string | null, position: string | null, source: string | null, metadata: Record<string, unknown>, createdAt: string, updatedAt: string, labels: Array<{ __typename: 'Label', id: string, name: string, colour: LabelColour }>, createdBy:
        | { __typename: 'Account', id: string, name: string }
        | { __typename: 'ApiKey', id: string, name: string }
       | null, fields: Array<{ __typename: 'FieldValue', value: unknown, field: { __typename: 'CustomField', id: string, key: string, name: string, kind: CustomFieldKind, options: Array<string>, isRequired: boolean } }> } } | null };

export type SchemaDriftQueryVariables = Exact<{ [key: string]: never; }>;


export type SchemaDriftQuery = { currentTenant: { __typename: 'Tenant', id: string, schema: { __typename: 'TenantSchema', name: string, drift: Array<{ __typename: 'SchemaDifference', what: string, sql: string | null }> } } };

export type ProveIsolationMutationVariables = Exact<{ [key: string]: never; }>;


export type ProveIsolationMutation = { proveIsolation: { __typename: 'ProveIsolationPayload', task: { __typename: 'Task', id: string, kind: string, status: TaskStatus, done: number, total: number | null, step: string | null, failure: string | null, endedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SchemaCard_TenantFragment = { __typename: 'Tenant', id: string, name: string, slug: string, schema: { __typename: 'TenantSchema', name: string, version: string, sizeBytes: number, tables: Array<{ __typename: 'TenantTable', name: string, columnCount: number, estimatedRowCount: number | null, sizeBytes: number }> } };

export type GeneralSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type GeneralSettingsQuery = { currentTenant: { __typename: 'Tenant', id: string, name: string, slug: string, createdAt: string } };

export type DataSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type DataSettingsQuery = { currentTenant: { __typename: 'Tenant', id: string, name: string, slug: string, sandboxEndsAt: string | null, schema: { __typename: 'TenantSchema', name: string, version: string, sizeBytes: number, tables: Array<{ __typename: 'TenantTable', name: string, columnCount: number, estimatedRowCount: number | null, sizeBytes: number }> } } };

export type RenameCompanyMutationVariables = Exact<{
  input: RenameTenantInput;
}>;


export type RenameCompanyMutation = { renameTenant: { __typename: 'RenameTenantPayload', tenant: { __typename: 'Tenant', id: string, name: string, slug: string } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type SwitchableCompaniesQueryVariables = Exact<{ [key: string]: never; }>;


export type SwitchableCompaniesQuery = { tenants: { __typename: 'TenantConnection', nodes: Array<{ __typename: 'Tenant', id: string, name: string, slug: string }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean } } };

export type TenantShellQueryVariables = Exact<{ [key: string]: never; }>;


export type TenantShellQuery = { unreadNotificationCount: number, viewer: { __typename: 'Viewer', id: string, name: string, email: string | null, isOperator: boolean, permissions: Array<string> } | null, currentTenant: { __typename: 'Tenant', id: string, name: string, slug: string, sandboxEndsAt: string | null } };

export type Task_TaskFragment = { __typename: 'Task', id: string, kind: string, status: TaskStatus, done: number, total: number | null, step: string | null, failure: string | null, endedAt: string | null };

export type TasksQueryVariables = Exact<{ [key: string]: never; }>;


export type TasksQuery = { tasks: { __typename: 'TaskConnection', nodes: Array<{ __typename: 'Task', id: string, kind: string, status: TaskStatus, done: number, total: number | null, step: string | null, failure: string | null, endedAt: string | null }> } };

export type TaskProgressQueryVariables = Exact<{
  id: string;
}>;


export type TaskProgressQuery = { task: { __typename: 'Task', id: string, result: unknown, kind: string, status: TaskStatus, done: number, total: number | null, step: string | null, failure: string | null, endedAt: string | null } | null };

export type CancelTaskMutationVariables = Exact<{
  input: CancelTaskInput;
}>;


export type CancelTaskMutation = { cancelTask: { __typename: 'CancelTaskPayload', task: { __typename: 'Task', id: string, kind: string, status: TaskStatus, done: number, total: number | null, step: string | null, failure: string | null, endedAt: string | null } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };
