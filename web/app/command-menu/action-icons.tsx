import {
  AlarmClock,
  Bell,
  Braces,
  CalendarClock,
  CircleCheck,
  CornerDownLeft,
  Flag,
  Inbox,
  Keyboard,
  LayoutDashboard,
  LockKeyhole,
  type LucideIcon,
  MailOpen,
  Pencil,
  Reply,
  RotateCcw,
  RotateCw,
  Search,
  Settings,
  SquareTerminal,
  Tag,
  UserPlus,
  UserRound,
  UserRoundCheck,
  Users,
} from 'lucide-react';
import type { ActionId } from '../actions/registry';

const icons: Partial<Record<ActionId, LucideIcon>> = {
  'go.inbox': Inbox,
  'list.refresh': RotateCw,
  'go.contacts': Users,
  'go.dashboard': LayoutDashboard,
  'go.settings': Settings,
  'notifications.open': Bell,
  'contact.new': UserPlus,
  'query.copyGraphql': Braces,
  'query.copyCurl': SquareTerminal,
  'help.open': Keyboard,
  'list.search': Search,
  'conversation.close': CircleCheck,
  'conversation.reopen': RotateCcw,
  'conversation.snooze': AlarmClock,
  'conversation.assign': UserRound,
  'conversation.assignToMe': UserRoundCheck,
  'conversation.label': Tag,
  'conversation.priority': Flag,
  'conversation.rename': Pencil,
  'conversation.unread': MailOpen,
  'conversation.reply': Reply,
  'conversation.note': LockKeyhole,
  'conversation.sendLater': CalendarClock,
};

export function iconOf(id: ActionId) {
  const Icon = icons[id] ?? CornerDownLeft;
  return <Icon aria-hidden="true" />;
}
