import { useState } from 'react';

interface Identified {
  id: string;
}

interface Steady<T> {
  items: readonly T[];
  /** For the element around the list. */
  pointer: { onPointerEnter: () => void; onPointerLeave: () => void };
}

/** A list whose rows stay where they are while the pointer is over it, so that a click opens what was pointed at. They change in place. */
export function useSteadyOrder<T extends Identified>(items: readonly T[]): Steady<T> {
  const [held, setHeld] = useState<readonly T[] | null>(null);
  return {
    items: held ? inOrderOf(held, items) : items,
    pointer: { onPointerEnter: () => setHeld(items), onPointerLeave: () => setHeld(null) },
  };
}

/** What is gone keeps its place as it was, and what is new comes last. */
function inOrderOf<T extends Identified>(held: readonly T[], items: readonly T[]): T[] {
  const fresh = new Map(items.map((item) => [item.id, item]));
  const known = new Set(held.map(({ id }) => id));
  return [...held.map((item) => fresh.get(item.id) ?? item), ...items.filter(({ id }) => !known.has(id))];
}
