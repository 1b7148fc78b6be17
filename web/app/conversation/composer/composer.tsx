import { LockKeyhole, SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, Suspense, useEffect, useId } from 'react';
import { Button } from '../../ui/button';
import { classNames } from '../../ui/class-names';
import { lazyPart } from '../../ui/lazy-part';
import { Segments } from '../../ui/segments';
import { SendLater } from '../scheduled/send-later';
import { ComposerField } from './composer-field';
import { ComposerState, maxLength, Unfilled } from './composer-state';
import { SendAndReopen } from './send-and-reopen';
import { SenderChoice } from './sender-choice';
import { type ComposerProps, type Mode, useComposer } from './use-composer';

const CollisionQuestion = lazyPart(() => import('./collision-question').then((parts) => parts.CollisionQuestion));

export function Composer(props: ComposerProps) {
  const { conversationId, contactName, messages, isClosed, isFocused } = props;
  const fieldId = useId();
  const composer = useComposer(props);
  const { field, mode, text, problem, unfilled, question } = composer;
  const length = [...text.trim()].length;
  const isNote = mode === 'note';
  const words = wordsOf(mode, contactName);

  useEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused, field]);

  const onEnter = (event: KeyboardEvent) => {
    const isAsked = event.ctrlKey || event.metaKey;
    if (isAsked || !(event.shiftKey || hasTouchKeyboardOnly())) composer.submit(event);
  };
  return (
    <form onSubmit={composer.submit} noValidate className="relative border-line border-t bg-surface p-3">
      {question && (
        <Suspense fallback={null}>
          <CollisionQuestion {...question} contactName={contactName} />
        </Suspense>
      )}
      <div
        className={classNames(
          'flex flex-col rounded-card border border-control bg-surface transition-colors duration-100 focus-within:border-accent focus-within:outline-1 focus-within:outline-accent',
          mode !== 'reply' && 'bg-warning-soft',
          isNote && 'border-warning-ink border-l-4',
        )}
      >
        <label htmlFor={fieldId} className="sr-only">
          {words.label}
        </label>
        <ComposerField
          ref={field}
          id={fieldId}
          text={text}
          kinds={isNote ? ['@', '/'] : ['/']}
          contactName={contactName}
          enterKeyHint="send"
          aria-describedby={`${fieldId}-state`}
          aria-invalid={problem || length > maxLength ? true : undefined}
          placeholder={words.placeholder}
          onEnter={onEnter}
          onLeave={props.onLeave}
          onText={composer.write}
        />
        {unfilled.length > 0 && <Unfilled placeholders={unfilled} onFind={composer.find} />}
        <div className="flex flex-wrap items-center gap-2 p-1.5 pl-2">
          <Segments
            label="What to write"
            value={isNote ? 'note' : 'reply'}
            onChange={composer.begin}
            segments={[
              { value: 'reply', label: 'Reply' },
              { value: 'note', label: 'Note' },
            ]}
          />
          {!isNote && (
            <SenderChoice
              senderType={mode === 'log' ? 'CONTACT' : 'USER'}
              contactName={contactName}
              onChange={(senderType) => composer.setMode(senderType === 'CONTACT' ? 'log' : 'reply')}
            />
          )}
          <ComposerState id={`${fieldId}-state`} length={length} problem={problem} />
          <span className="ml-auto flex flex-wrap items-center justify-end gap-1">
            {mode === 'reply' && (
              <SendLater
                conversationId={conversationId}
                lastNumber={messages.at(-1)?.number ?? 0}
                isPossible={length > 0}
                onTake={composer.take}
              />
            )}
            {mode === 'reply' && isClosed && <SendAndReopen isPossible={length > 0} onSend={composer.sendAndReopen} />}
            <Button
              type="submit"
              size="small"
              variant="primary"
              className="max-md:min-h-10"
              icon={isNote ? <LockKeyhole aria-hidden="true" /> : <SendHorizontal aria-hidden="true" />}
            >
              {words.send}
            </Button>
          </span>
        </div>
      </div>
    </form>
  );
}

const wordsOf = (mode: Mode, name: string): { label: string; placeholder: string; send: string } =>
  ({
    reply: { label: `Message to ${name}`, placeholder: `Write to ${name}…`, send: 'Send' },
    log: { label: `Message from ${name}`, placeholder: `What did ${name} say?`, send: 'Log' },
    note: { label: 'Note for colleagues', placeholder: 'For colleagues alone; @ mentions one…', send: 'Add note' },
  })[mode];

/** On a phone there is no Shift+Enter: Enter makes the line, the button sends. */
const hasTouchKeyboardOnly = (): boolean => window.matchMedia?.('(pointer: coarse) and (hover: none)').matches ?? false;
