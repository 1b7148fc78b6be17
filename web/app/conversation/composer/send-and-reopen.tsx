import { shownKeys } from '../../actions/key-words';
import { useActions } from '../../actions/provider';
import { actionOf } from '../../actions/registry';
import { useIsMac } from '../../actions/use-is-mac';
import { Button } from '../../ui/button';

interface SendAndReopenProps {
  /** Whether there is something to send. */
  isPossible: boolean;
  onSend: () => void;
}

/** Beside what leaves a closed conversation closed. */
export function SendAndReopen({ isPossible, onSend }: SendAndReopenProps) {
  const isMac = useIsMac();
  const { words, key } = actionOf('conversation.sendAndReopen');
  useActions({ 'conversation.sendAndReopen': isPossible && onSend });
  return (
    <Button
      size="small"
      disabled={!isPossible}
      onClick={onSend}
      title={key === null ? undefined : shownKeys(key, isMac).join(' ')}
      className="max-md:min-h-10"
    >
      {words}
    </Button>
  );
}
