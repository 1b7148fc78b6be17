import { MessageSquareDashed, MessageSquareText } from 'lucide-react';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';

export const NoMessages = ({ name }: { name: string }) => (
  <EmptyState icon={<MessageSquareText />} title="No message yet">
    Write the first one to {name} below, or log what {name} said.
  </EmptyState>
);

export const UnknownConversation = ({ onLeave }: { onLeave: () => void }) => (
  <EmptyState
    icon={<MessageSquareDashed />}
    title="There is no such conversation"
    action={<Button onClick={onLeave}>Open the newest one</Button>}
    className="m-auto"
  >
    The address may be mistyped, or the conversation belongs to someone else.
  </EmptyState>
);
