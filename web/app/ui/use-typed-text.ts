import { useRef } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Not those that act at once, and leave nothing to lose. */
const fields = 'input:not([type="checkbox"], [type="radio"], [type="hidden"]), textarea, select';

const fieldsIn = (container: Element): Field[] => [...container.querySelectorAll<Field>(fields)];

/** Whether the fields of a form say something else than when it opened. Asked of the page itself, so that no form can forget to tell. */
export function useTypedText() {
  const container = useRef<Element | null>(null);
  const before = useRef(new Map<Field, string>());
  return {
    remember(opened: Element) {
      container.current = opened;
      before.current = new Map(fieldsIn(opened).map((field) => [field, field.value]));
    },
    hasTyped(): boolean {
      const now = container.current;
      if (!now) return false;
      const isOther = fieldsIn(now).some((field) => field.value !== (before.current.get(field) ?? ''));
      // A field that was filled, and that its reader has taken away.
      return isOther || [...before.current].some(([field, value]) => value !== '' && !now.contains(field));
    },
  };
}
