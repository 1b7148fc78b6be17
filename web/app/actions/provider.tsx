import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { usePermissionCheck } from '../access/permissions';
import { lazyPart } from '../ui/lazy-part';
import { OnceOpen } from '../ui/once-open';
import { ActionBoard, type Handlers } from './action-board';
import { type ActionId, actionOf } from './registry';
import { useActionKeys } from './use-action-keys';

const ShortcutsHelp = lazyPart(() => import('./shortcuts-help').then((parts) => parts.ShortcutsHelp));

const BoardContext = createContext<ActionBoard | null>(null);

/** Makes the actions that are offered below known to keys, buttons and menus; the help about keys is its own. */
export function ActionsProvider({ children }: { children: ReactNode }) {
  const may = useLatest(usePermissionCheck());
  const [board] = useState(
    () =>
      new ActionBoard((id) => {
        const { permission } = actionOf(id);
        return permission === undefined || may.current(permission);
      }),
  );
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  useActionKeys(board);
  useEffect(() => board.offer(() => ({ 'help.open': () => setIsHelpOpen(true) })), [board]);
  return (
    <BoardContext value={board}>
      {children}
      <OnceOpen isOpen={isHelpOpen}>
        <ShortcutsHelp isOpen={isHelpOpen} onOpenChange={setIsHelpOpen} />
      </OnceOpen>
    </BoardContext>
  );
}

/** Offers actions for as long as the component is in the page; `goesFirst` before what others offer, such as for what is selected. */
export function useActions(handlers: Handlers, { goesFirst = false } = {}): void {
  const board = useActionBoard();
  const latest = useLatest(handlers);
  useEffect(() => board.offer(() => latest.current, goesFirst), [board, latest, goesFirst]);
}

export function useActionBoard(): ActionBoard {
  const board = useContext(BoardContext);
  if (!board) throw new Error('Expected an <ActionsProvider> above this component; there is none.');
  return board;
}

/** What a button does that stands for an action. */
export function useRun(id: ActionId): () => void {
  const board = useActionBoard();
  return () => board.handlerOf(id)?.();
}

function useLatest<T>(value: T) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
