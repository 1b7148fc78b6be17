import { type FormEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { useActions } from '../../actions/provider';
import type { SenderType, ThreadMessage_MessageFragment } from '../../generated/graphql';
import { draftKey } from '../../outbox/drafts';
import { useDraft } from '../../outbox/provider';
import { validateField } from '../../validation/validate';
import { useTyping } from '../presence/use-typing';
import { unfilledIn } from './placeholders';
import { useCollision } from './use-collision';
import { useKeptDraft } from './use-kept-draft';
import { useMentions } from './use-mentions';

export interface WrittenMessage {
  content: string;
  senderType: SenderType;
  isNote: boolean;
  mentionedIds: readonly string[];
  reopens: boolean;
}

export interface ComposerProps {
  conversationId: string;
  contactName: string;
  /** Of the thread, oldest first. */
  messages: readonly ThreadMessage_MessageFragment[];
  /** What was begun here, on whichever device. */
  keptDraft: string | null;
  /** As above, for colleagues. */
  keptNote: string | null;
  /** Whether colleagues have it open, and see that something is being written. */
  isSeen: boolean;
  isClosed: boolean;
  /** Takes the focus at once. */
  isFocused: boolean;
  onSend: (message: WrittenMessage) => void;
  /** Something has come that is not in the thread yet. */
  onBehind: () => void;
  /** By the keyboard; what was typed stays. */
  onLeave: () => void;
}

/** A message to the contact, a note to colleagues, or what the contact said elsewhere. */
export type Mode = 'reply' | 'note' | 'log';

/** What is being written, as what, and what keeps it from being sent. */
export function useComposer({
  conversationId,
  messages,
  keptDraft,
  keptNote,
  isSeen,
  onSend,
  onBehind,
}: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const keepButton = useRef<HTMLButtonElement>(null);
  const [mode, setMode] = useState<Mode>('reply');
  const reply = useDraft(conversationId);
  // Apart, so that a note never goes to the contact by a slip.
  const note = useDraft(draftKey(conversationId, true));
  const [text, setText] = mode === 'note' ? note : reply;
  const [problem, setProblem] = useState<string | null>(null);
  const mentionsIn = useMentions();
  const isBusy = useRef(false);
  const reopens = useRef(false);
  const takenBack = useRef('');
  const unfilled = mode === 'reply' ? unfilledIn(text) : [];
  const typing = useTyping({ conversationId, isSeen });
  useKeptDraft({ conversationId, isNote: false, kept: keptDraft, draft: reply });
  useKeptDraft({ conversationId, isNote: true, kept: keptNote, draft: note });
  const collision = useCollision({
    conversationId,
    messages,
    isWriting: reply[0] !== '',
    onLate: ({ content }) => {
      setMode('reply');
      const [typed, write] = reply;
      write(withTakenBack(typed, content, takenBack));
      onBehind();
    },
  });

  const begin = (next: Mode) => {
    setMode(next);
    setProblem(null);
    if (next !== 'reply') typing.stop();
    field.current?.focus();
  };
  useActions({ 'conversation.reply': () => begin('reply'), 'conversation.note': () => begin('note') });

  const find = (placeholder: string) => {
    const at = text.indexOf(placeholder);
    field.current?.focus();
    field.current?.setSelectionRange(at, at + placeholder.length);
  };
  /** Null where something keeps it from being sent, which is said. */
  const requireReady = async (): Promise<string | null> => {
    const content = text.trim();
    field.current?.focus();
    if (content === '') return null;
    const error = await validateField('SendMessageInput', 'content', content);
    const [first] = unfilled;
    setProblem(error?.message ?? (first ? `${first} is not filled in. Change it, then send.` : null));
    if (!error && first) find(first);
    return error || first ? null : content;
  };
  const send = async () => {
    const content = await requireReady();
    if (content === null) return;
    const isNote = mode === 'note';
    const mentionedIds = isNote ? await mentionsIn(content) : [];
    setText('');
    typing.stop();
    if (mode === 'log') setMode('reply');
    onSend({
      content,
      senderType: mode === 'log' ? 'CONTACT' : 'USER',
      isNote,
      mentionedIds,
      reopens: mode === 'reply' && reopens.current,
    });
  };
  const sendOnce = () => {
    if (isBusy.current) return;
    isBusy.current = true;
    void send().finally(() => {
      isBusy.current = false;
    });
  };
  const holds = () => {
    if (!collision.holds()) return false;
    keepButton.current?.focus();
    return true;
  };
  const sendUnlessHeld = (isToReopen: boolean) => {
    reopens.current = isToReopen;
    if (mode !== 'reply' || text.trim() === '' || !holds()) sendOnce();
  };
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    sendUnlessHeld(false);
  };
  /** The reply, which is no longer here then: it is sent later. */
  const take = async (): Promise<string | null> => {
    const content = holds() ? null : await requireReady();
    if (content === null) return null;
    setText('');
    typing.stop();
    return content;
  };
  return {
    field,
    mode,
    begin,
    setMode,
    text,
    write: (next: string) => {
      setText(next);
      setProblem(null);
      if (mode === 'reply') typing.wrote(next);
    },
    problem,
    unfilled,
    find,
    submit,
    sendAndReopen: () => sendUnlessHeld(true),
    take,
    /** Null where nothing is asked. */
    question:
      mode === 'reply' && collision.meanwhile
        ? {
            meanwhile: collision.meanwhile,
            keepRef: keepButton,
            onKeep: () => {
              collision.settle();
              field.current?.focus();
            },
            onSend: () => {
              collision.settle();
              sendOnce();
            },
          }
        : null,
  };
}

/** What was not sent stands before what was typed since, in the order in which it was written; another tab may have put it there. */
function withTakenBack(typed: string, content: string, takenBack: RefObject<string>): string {
  if (`\n\n${typed}\n\n`.includes(`\n\n${content}\n\n`)) return typed;
  const before = typed.startsWith(takenBack.current) ? takenBack.current : '';
  takenBack.current = inParagraphs(before, content);
  return inParagraphs(takenBack.current, typed.slice(before.length).trimStart());
}

const inParagraphs = (...texts: string[]): string => texts.filter((text) => text !== '').join('\n\n');
