import { type Ref, useImperativeHandle } from 'react';
import type { InboxRow_ConversationFragment } from '../../generated/graphql';
import { StatusMenu } from '../status-menu';
import { AssignMenu } from '../work/assign-menu';
import { LabelMenu } from '../work/label-menu';
import { PriorityMenu } from '../work/priority-menu';
import { useWork } from '../work/use-work';

/** What the keys open about the row with the focus, as long as no conversation is open beside the list: menus without a button of their own. */
export function RowMenus({ conversation }: { conversation: InboxRow_ConversationFragment }) {
  const conversations = [conversation];
  const work = useWork(conversations);
  const { id, contact } = conversation;
  const anchor = (words: string) => <RowAnchor rowId={id} words={`${words} ${contact.name}`} />;
  return (
    <>
      <AssignMenu conversations={conversations} work={work} trigger={anchor('Assign')} />
      <LabelMenu conversations={conversations} work={work} trigger={anchor('Label')} />
      <PriorityMenu conversations={conversations} work={work} trigger={anchor('Priority of')} />
      <StatusMenu conversations={conversations} work={work} trigger={anchor('Status of')} />
    </>
  );
}

interface RowAnchorProps {
  rowId: string;
  words: string;
  /** From the menu. */
  id?: string;
  ref?: Ref<HTMLElement | null>;
}

/** Stands for the row's link: a menu opens beside it, and gives the focus back to it. */
function RowAnchor({ rowId, words, id, ref }: RowAnchorProps) {
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(
    ref,
    () => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(rowId)}"]`),
    [rowId],
  );
  return (
    <span hidden id={id}>
      {words}
    </span>
  );
}
