import { MessageSquarePlus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useAttemptKey } from '../apollo/use-attempt-key';
import { useStartConversationMutation } from '../generated/graphql';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/text-field';
import { validateField } from '../validation/validate';
import { addToContact } from './thread-cache';

interface StartConversationProps {
  contactId: string;
  contactName: string;
  onStarted: (conversationId: string) => void;
}

/** The button, and the dialog that asks what the new conversation is about. */
export function StartConversation({ contactId, contactName, onStarted }: StartConversationProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={<MessageSquarePlus aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        New
        <span className="sr-only"> conversation</span>
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setIsOpen} title={`New conversation with ${contactName}`}>
        <StartForm
          contactId={contactId}
          onCancel={() => setIsOpen(false)}
          onStarted={(id) => {
            setIsOpen(false);
            onStarted(id);
          }}
        />
      </Dialog>
    </>
  );
}

const unanswered = 'The conversation was not started: the service does not answer. Your entry is kept; try again.';

interface StartFormProps {
  contactId: string;
  onStarted: (conversationId: string) => void;
  onCancel: () => void;
}

function StartForm({ contactId, onStarted, onCancel }: StartFormProps) {
  const [subject, setSubject] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const keyOf = useAttemptKey();
  const [start, { loading }] = useStartConversationMutation();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const error = await validateField('StartConversationInput', 'subject', subject);
    setProblem(error?.message ?? null);
    if (error) return;
    try {
      const { data } = await start({
        variables: { input: { contactId, subject: subject.trim() || null, idempotencyKey: keyOf(subject) } },
        update: (cache, { data: answer }) => {
          const id = answer?.startConversation.conversation?.id;
          if (id) addToContact(cache, contactId, id);
        },
      });
      const { conversation, userErrors = [] } = data?.startConversation ?? {};
      if (conversation) return onStarted(conversation.id);
      setProblem(userErrors[0]?.message ?? unanswered);
    } catch {
      setProblem(unanswered);
    }
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <TextField
        label="Subject"
        hint="What it is about. Without one, the conversation is called by its date."
        value={subject}
        onChange={(event) => {
          setSubject(event.target.value);
          setProblem(null);
        }}
        error={problem}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" isBusy={loading}>
          Start conversation
        </Button>
      </div>
    </form>
  );
}
