import { useState } from 'react';
import { useActions } from '../../actions/provider';
import { lazyPart } from '../../ui/lazy-part';
import { OnceOpen } from '../../ui/once-open';
import type { SelectionAct, SelectionBarProps } from './selection-bar';

const SelectionBar = lazyPart(() => import('./selection-bar').then((parts) => parts.SelectionBar));

/** Their keys are there as soon as something is selected; the bar of buttons comes with the first. */
export function SelectedContacts(props: Omit<SelectionBarProps, 'asked' | 'onAsked'>) {
  const [asked, setAsked] = useState<SelectionAct | null>(null);
  const { contacts } = props;
  return (
    <>
      {contacts.length > 0 && <SelectionKeys count={contacts.length} onAct={setAsked} onClear={props.onClear} />}
      <OnceOpen isOpen={contacts.length > 0}>
        <SelectionBar {...props} asked={asked} onAsked={setAsked} />
      </OnceOpen>
    </>
  );
}

interface SelectionKeysProps {
  count: number;
  onAct: (act: SelectionAct) => void;
  onClear: () => void;
}

function SelectionKeys({ count, onAct, onClear }: SelectionKeysProps) {
  useActions(
    {
      'rows.clear': onClear,
      'contacts.label': () => onAct('label'),
      'contacts.delete': () => onAct('delete'),
      ...(count === 2 && { 'contacts.merge': () => onAct('merge') }),
    },
    { goesFirst: true },
  );
  return null;
}
