import type { Permission } from '../access/permissions';

/** Where an action belongs in the help, in the help's order. */
export const places = ['Everywhere', 'Lists', 'Conversation'] as const;

export interface Action {
  /** As menus, tooltips and help name it. */
  words: string;
  /** As `KeyboardEvent.key` says it: `g i` is one press after the other, `Mod+k` is Ctrl and k, on a Mac ⌘ and k; null where it has none. */
  key: string | null;
  place: (typeof places)[number];
  /** Offered to those alone who have it. */
  permission?: Permission;
  /** Makes sense by its key alone, and stands in no menu. */
  isKeyOnly?: true;
}

const actions = {
  'menu.open': { words: 'Search and commands', key: 'Mod+k', place: 'Everywhere', isKeyOnly: true },
  'go.inbox': { words: 'Go to the inbox', key: 'g i', place: 'Everywhere' },
  'go.contacts': { words: 'Go to the contacts', key: 'g c', place: 'Everywhere' },
  'go.dashboard': { words: 'Go to the dashboard', key: 'g d', place: 'Everywhere' },
  'go.settings': { words: 'Go to the settings', key: 'g s', place: 'Everywhere' },
  'notifications.open': { words: 'Notifications', key: 'g n', place: 'Everywhere' },
  'contact.new': { words: 'New contact', key: 'c', place: 'Everywhere', permission: 'contacts:write' },
  'contact.import': { words: 'Import contacts', key: null, place: 'Everywhere', permission: 'contacts:write' },
  'query.copyGraphql': { words: 'Copy as GraphQL', key: null, place: 'Everywhere' },
  'query.copyCurl': { words: 'Copy as curl', key: null, place: 'Everywhere' },
  'help.open': { words: 'Keyboard shortcuts', key: '?', place: 'Everywhere' },

  'list.search': { words: 'Search in the list', key: '/', place: 'Lists' },
  'list.refresh': { words: 'Take in what is new', key: '.', place: 'Lists' },
  'row.next': { words: 'Next row', key: 'j', place: 'Lists', isKeyOnly: true },
  'row.previous': { words: 'Previous row', key: 'k', place: 'Lists', isKeyOnly: true },
  'row.select': { words: 'Select the row', key: 'x', place: 'Lists', isKeyOnly: true },
  'rows.clear': { words: 'Select nothing', key: 'Escape', place: 'Lists' },
  'contacts.label': { words: 'Label the selected contacts…', key: 'l', place: 'Lists', permission: 'contacts:write' },
  'contacts.merge': {
    words: 'Merge the two selected contacts…',
    key: 'm',
    place: 'Lists',
    permission: 'contacts:write',
  },
  'contacts.delete': {
    words: 'Delete the selected contacts',
    key: 'Delete',
    place: 'Lists',
    permission: 'contacts:write',
  },
  'row.open': { words: 'Open the row', key: 'Enter', place: 'Lists', isKeyOnly: true },

  'conversation.close': { words: 'Close', key: 'e', place: 'Conversation', permission: 'conversations:write' },
  'conversation.reopen': { words: 'Reopen', key: 'e', place: 'Conversation', permission: 'conversations:write' },
  'conversation.snooze': { words: 'Snooze…', key: 's', place: 'Conversation', permission: 'conversations:write' },
  'conversation.assign': { words: 'Assign…', key: 'a', place: 'Conversation', permission: 'conversations:write' },
  'conversation.assignToMe': {
    words: 'Assign to me',
    key: 'i',
    place: 'Conversation',
    permission: 'conversations:write',
  },
  'conversation.label': { words: 'Label…', key: 'l', place: 'Conversation', permission: 'conversations:write' },
  'conversation.priority': { words: 'Priority…', key: 'p', place: 'Conversation', permission: 'conversations:write' },
  'conversation.rename': { words: 'Rename…', key: null, place: 'Conversation', permission: 'conversations:write' },
  'conversation.goToDate': { words: 'Go to date…', key: 'd', place: 'Conversation' },
  'conversation.unread': { words: 'Mark unread', key: 'u', place: 'Conversation' },
  'conversation.reply': { words: 'Reply', key: 'r', place: 'Conversation', permission: 'conversations:write' },
  'conversation.note': {
    words: 'Write a note',
    key: 'n',
    place: 'Conversation',
    permission: 'conversations:write',
  },
  'composer.leave': { words: 'Leave the field', key: 'Escape', place: 'Conversation', isKeyOnly: true },
  'conversation.sendLater': {
    words: 'Send later…',
    key: 'Mod+.',
    place: 'Conversation',
    permission: 'conversations:write',
  },
  'conversation.sendAndReopen': {
    words: 'Send and reopen',
    key: 'Mod+e',
    place: 'Conversation',
    permission: 'conversations:write',
  },
} as const satisfies Record<string, Action>;

export type ActionId = keyof typeof actions;

/** In the order in which menus and help list them. */
export const actionIds = Object.keys(actions) as readonly ActionId[];

export const actionOf = (id: ActionId): Action => actions[id];
