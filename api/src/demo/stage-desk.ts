import { Priority } from '../conversation/priority';
import type { DemoConversation, DemoMessage } from './demo-company';
import type { LabelScript } from './script';

/** What colleagues would have made of a talk, by the words in its subject and who has spoken. */
export function deskOf(
  { subject = '', messages }: Pick<DemoConversation, 'subject' | 'messages'>,
  labels: LabelScript[],
): Pick<DemoConversation, 'assignee' | 'priority' | 'labels' | 'waitingSince'> {
  const assignee = messages.find(isAnswer)?.author;
  const unanswered = messages.slice(messages.findLastIndex(isAnswer) + 1);
  const waitingSince = unanswered.find(({ senderType }) => senderType === 'contact')?.createdAt;
  return {
    ...(assignee !== undefined && { assignee }),
    ...(waitingSince !== undefined && { waitingSince }),
    priority: priorities.find(({ about }) => about.test(subject))?.priority ?? Priority.NONE,
    labels: labels.filter(({ about }) => about.test(subject)).map(({ name }) => name),
  };
}

const isAnswer = ({ senderType, isNote }: DemoMessage): boolean => senderType === 'user' && !isNote;

const priorities = [
  { priority: Priority.URGENT, about: /stranded|tomorrow noon|insulation fault|hospital/i },
  { priority: Priority.HIGH, about: /complaint|stolen|does not charge|missing|short by|brakes|wrong/i },
  { priority: Priority.MEDIUM, about: /tender|fleet|annual report|quote/i },
  { priority: Priority.LOW, about: /brochure|pen friends|newsletter|gift voucher/i },
];
