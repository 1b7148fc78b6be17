import { SendHorizontal } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { SenderType } from '../generated/graphql';
import { useDraft } from '../outbox/provider';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { formatCount } from '../ui/format';
import { Kbd } from '../ui/kbd';
import { rulesOf } from '../validation/rules';
import { validateField } from '../validation/validate';
import { SenderChoice } from './sender-choice';

const maxLength = rulesOf('SendMessageInput', 'content').maxLength ?? Number.POSITIVE_INFINITY;
/** The rest of the room is counted aloud when this much is left. */
const counterFrom = maxLength * 0.9;

interface ComposerProps {
  conversationId: string;
  contactName: string;
  /** Takes the focus at once. */
  isFocused: boolean;
  onSend: (content: string, senderType: SenderType) => void;
}

export function Composer({ conversationId, contactName, isFocused, onSend }: ComposerProps) {
  const fieldId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(conversationId);
  const [senderType, setSenderType] = useState<SenderType>('USER');
  const [problem, setProblem] = useState<string | null>(null);
  const length = [...text.trim()].length;

  useEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused]);
  useGrowingField(field, text);

  const send = async () => {
    const content = text.trim();
    field.current?.focus();
    if (content === '') return;
    const error = await validateField('SendMessageInput', 'content', content);
    setProblem(error?.message ?? null);
    if (error) return;
    setText('');
    setSenderType('USER');
    onSend(content, senderType);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event) || hasTouchKeyboardOnly()) return;
    event.preventDefault();
    void send();
  };

  const isLog = senderType === 'CONTACT';
  return (
    <form onSubmit={submit} noValidate className="border-line border-t bg-surface p-3">
      <div
        className={classNames(
          'flex flex-col rounded-card border border-control bg-surface transition-colors duration-100 focus-within:border-accent focus-within:outline-1 focus-within:outline-accent',
          isLog && 'bg-warning-soft',
        )}
      >
        <label htmlFor={fieldId} className="sr-only">
          {isLog ? `Message from ${contactName}` : `Message to ${contactName}`}
        </label>
        <textarea
          ref={field}
          id={fieldId}
          rows={1}
          value={text}
          enterKeyHint="send"
          aria-describedby={`${fieldId}-state`}
          aria-invalid={problem || length > maxLength ? true : undefined}
          placeholder={isLog ? `What did ${contactName} say?` : `Write to ${contactName}…`}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
          className="field-sizing-content max-h-48 min-h-11 resize-none bg-transparent px-3.5 pt-2.5 pb-1 text-reading leading-reading outline-none max-sm:text-base"
        />
        <div className="flex items-center gap-2 p-1.5 pl-2">
          <SenderChoice senderType={senderType} contactName={contactName} onChange={setSenderType} />
          <ComposerState id={`${fieldId}-state`} length={length} problem={problem} />
          <Button
            type="submit"
            size="small"
            variant="primary"
            className="ml-auto"
            icon={<SendHorizontal aria-hidden="true" />}
          >
            {isLog ? 'Log' : 'Send'}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** What is wrong, else how much room is left, else how the keyboard sends. */
function ComposerState({ id, length, problem }: { id: string; length: number; problem: string | null }) {
  const isTooLong = length > maxLength;
  const isCounted = length >= counterFrom;
  return (
    <p
      id={id}
      className={classNames(
        'min-w-0 flex-1 text-right text-xs',
        problem || isTooLong ? 'text-danger-ink' : 'text-ink-muted',
        !problem && !isCounted && 'max-sm:sr-only',
      )}
    >
      {problem ??
        (isCounted ? (
          `${formatCount(length)} of ${formatCount(maxLength)} characters`
        ) : (
          <>
            <Kbd>Enter</Kbd> sends<span className="sr-only">, Shift and Enter make a new line</span>
          </>
        ))}
    </p>
  );
}

/** Enter also ends the choice of a character in Japanese, Chinese or Korean; Safari tells so by key code 229 only. */
const isComposing = ({ nativeEvent }: KeyboardEvent): boolean => nativeEvent.isComposing || nativeEvent.keyCode === 229;

/** On a phone there is no Shift+Enter: Enter makes the line, the button sends. */
const hasTouchKeyboardOnly = (): boolean => window.matchMedia?.('(pointer: coarse) and (hover: none)').matches ?? false;

/** Does by script what `field-sizing: content` does in the browsers that know it. */
function useGrowingField(field: React.RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useEffect(() => {
    const element = field.current;
    if (!element || globalThis.CSS?.supports?.('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [field, text]);
}
