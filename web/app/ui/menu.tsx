import {
  cloneElement,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  Suspense,
} from 'react';
import { lazyPart } from './lazy-part';
import { usePanel } from './use-panel';

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement<object>;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  className?: string;
}

const parts = () => import('./menu-panel');
const MenuPanel = lazyPart(() => parts().then(({ MenuPanel: part }) => part));

/** Pass `asChild` and a `<Link>` for an item that goes somewhere; then put the icon inside the link. */
export const MenuItem = lazyPart(() => parts().then(({ MenuItem: part }) => part));
export const MenuLabel = lazyPart(() => parts().then(({ MenuLabel: part }) => part));
export const MenuSeparator = lazyPart(() => parts().then(({ MenuSeparator: part }) => part));

const openingKeys = ['Enter', ' ', 'ArrowDown'];

export function Menu({ trigger, children, align = 'end', className, ...state }: MenuProps) {
  const { anchor, id, isOpen, change, button, isLoaded } = usePanel(state);
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.ctrlKey) return;
    // The focus goes to the menu, not to its button.
    if (!isOpen) event.preventDefault();
    change(!isOpen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!openingKeys.includes(event.key)) return;
    event.preventDefault();
    change(event.key === 'ArrowDown' || !isOpen);
  };
  return (
    <>
      {cloneElement(trigger, { ...button, 'aria-haspopup': 'menu', onPointerDown, onKeyDown } as object)}
      {isLoaded && (
        <Suspense fallback={null}>
          <MenuPanel
            anchor={anchor}
            labelledBy={id}
            isOpen={isOpen}
            onOpenChange={change}
            align={align}
            {...(className !== undefined && { className })}
          >
            {children}
          </MenuPanel>
        </Suspense>
      )}
    </>
  );
}
