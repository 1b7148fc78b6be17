import { TriangleAlert } from 'lucide-react';
import type { Ref } from 'react';
import { nameOfActor } from '../../access/actor';
import type { ThreadMessage_MessageFragment } from '../../generated/graphql';
import { Button } from '../../ui/button';

interface CollisionQuestionProps {
  meanwhile: readonly ThreadMessage_MessageFragment[];
  contactName: string;
  /** The answer that changes nothing. */
  keepRef: Ref<HTMLButtonElement>;
  onSend: () => void;
  onKeep: () => void;
}

const mostShown = 3;

/** Asks before a second answer goes out, and shows the first. */
export const CollisionQuestion = ({ meanwhile, contactName, keepRef, onSend, onKeep }: CollisionQuestionProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a question, and no part of a form
  <div
    role="group"
    aria-label="Somebody has written meanwhile"
    className="mb-2 flex flex-col gap-2 rounded-card border border-warning-ink bg-warning-soft px-3.5 py-2.5"
  >
    <p role="alert" className="flex items-center gap-2 font-medium text-warning-ink">
      <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />
      {whoOf(meanwhile, contactName)} has written while you did. Nothing was sent.
    </p>
    <ul className="flex flex-col gap-1 text-ink">
      {meanwhile.slice(-mostShown).map((message) => (
        <li key={message.id} className="line-clamp-2 [overflow-wrap:anywhere]">
          <span className="font-medium">{nameIn(message, contactName)}:</span> {message.content}
        </li>
      ))}
    </ul>
    <div className="flex flex-wrap gap-2">
      <Button ref={keepRef} size="small" onClick={onKeep} className="max-md:min-h-10">
        Keep writing
      </Button>
      <Button size="small" variant="quiet" onClick={onSend} className="max-md:min-h-10">
        Send anyway
      </Button>
    </div>
  </div>
);

const nameIn = ({ senderType, author }: ThreadMessage_MessageFragment, contactName: string): string =>
  senderType === 'CONTACT' ? contactName : nameOfActor(author, undefined);

function whoOf(meanwhile: readonly ThreadMessage_MessageFragment[], contactName: string): string {
  const last = meanwhile.at(-1);
  return last ? nameIn(last, contactName) : 'Somebody';
}
