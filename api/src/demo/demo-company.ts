/** A company as it would be after some weeks of use; all moments are set, none lies in the future but `snoozedUntil`. */
export interface DemoCompany {
  name: string;
  contacts: DemoContact[];
}

export interface DemoContact {
  name: string;
  email?: string;
  phone?: string;
  company?: string;
  position?: string;
  source?: string;
  /** Further keys, besides the three above. */
  metadata?: Record<string, unknown>;
  createdAt: Date;
  /** At least one, the first made with the contact. */
  conversations: DemoConversation[];
}

export interface DemoConversation {
  subject?: string;
  /** Who of the company has it. */
  by: string;
  status: 'active' | 'snoozed' | 'closed';
  /** Where the status is snoozed, and only there. */
  snoozedUntil?: Date;
  createdAt: Date;
  /** When the status last changed; the creation where it never did. */
  updatedAt: Date;
  /** Oldest first. */
  messages: DemoMessage[];
}

export interface DemoMessage {
  senderType: 'user' | 'contact' | 'system';
  senderName?: string;
  /** Who of the company wrote it, or did what the system says; absent for what came by itself, or from outside. */
  author?: string;
  content: string;
  createdAt: Date;
}
