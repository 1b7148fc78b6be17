import { skipToken } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useKnownContactsQuery } from '../../generated/graphql';
import { validateField } from '../../validation/validate';

const askAfterMs = 400;

/** By which somebody is reached, and known again. */
export type ReachFieldName = 'email' | 'phone';

interface Known {
  /** Another one than is edited; null while nobody is known of. */
  contact: { id: string; name: string } | null;
  /** Asks at once, without the pause that typing waits for. */
  ask: () => void;
}

/** Who else has this address or number. Nothing is asked while it is none. `ownId` is of the contact that is edited. */
export function useKnownContact(field: ReachFieldName, value: string, ownId: string | null): Known {
  const text = value.trim();
  const current = useRef(text);
  const [asked, setAsked] = useState('');
  const isAsked = text !== '' && asked === text;
  // Anew each time: somebody else may have made them a moment ago.
  const { data } = useKnownContactsQuery(
    isAsked ? { variables: { filter: { [field]: text } }, fetchPolicy: 'network-only' } : skipToken,
  );

  const ask = async () => {
    if (text === '' || (await validateField('CreateContactInput', field, text)) !== null) return;
    if (current.current === text) setAsked(text);
  };
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    // What stands there from the beginning was not typed.
    if (current.current === text) return;
    current.current = text;
    const timer = setTimeout(() => void latest.current(), askAfterMs);
    return () => clearTimeout(timer);
  }, [text]);

  const others = isAsked ? data?.contacts.nodes.filter(({ id }) => id !== ownId) : undefined;
  return { contact: others?.[0] ?? null, ask: () => void ask() };
}
