import { useState } from 'react';

export interface Selection {
  selectedIds: readonly string[];
  /** `isRange`: all from the one that was toggled before. */
  toggle: (id: string, isRange: boolean) => void;
  selectAll: () => void;
  clear: () => void;
}

/** Which rows are selected: those of them that the list still has. */
export function useSelection(ids: readonly string[]): Selection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);

  const toggle = (id: string, isRange: boolean) => {
    const from = anchor === null ? -1 : ids.indexOf(anchor);
    setAnchor(id);
    setSelected((known) => (isRange && from >= 0 ? withRange(known, ids, from, ids.indexOf(id)) : toggled(known, id)));
  };
  return {
    selectedIds: ids.filter((id) => selected.has(id)),
    toggle,
    selectAll: () => setSelected(new Set(ids)),
    clear: () => {
      setSelected(new Set());
      setAnchor(null);
    },
  };
}

function toggled(known: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(known);
  if (!next.delete(id)) next.add(id);
  return next;
}

const withRange = (known: ReadonlySet<string>, ids: readonly string[], from: number, to: number): ReadonlySet<string> =>
  new Set([...known, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]);
