import type { Priority } from '../conversation/priority';
import type { LabelColour } from '../label/label-colour';

/** A company as it would be after some weeks of use; all moments are set, none lies in the future but `snoozedUntil`. */
export interface DemoCompany {
  name: string;
  labels: DemoLabel[];
  contacts: DemoContact[];
}

export interface DemoLabel {
  name: string;
  colour: LabelColour;
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
  /** Who of the company started it. */
  by: string;
  /** Who of the company has answered first; absent where nobody has. */
  assignee?: string;
  priority: Priority;
  /** Names of the company's labels. */
  labels: string[];
  /** When the contact wrote what nobody has answered; absent unless they wait. */
  waitingSince?: Date;
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
  /** Whether only the company sees it. */
  isNote?: boolean;
  createdAt: Date;
}
