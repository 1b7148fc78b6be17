import { actionIds, actionOf } from './registry';

/** A second press later than this begins anew. */
const togetherMs = 1_500;

const beginnings = new Set(actionIds.flatMap((id) => actionOf(id).key?.match(/^(\S+) \S+$/)?.[1] ?? []));

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** `j`, `?`, `Mod+k`; null for what no action has as its key. */
function nameOf({ key, ctrlKey, metaKey, altKey }: Press): string | null {
  if (altKey || (ctrlKey && metaKey)) return null;
  return ctrlKey || metaKey ? `Mod+${key.toLowerCase()}` : key;
}

/** Reads key presses as the registry writes them: two that belong together as one. */
export class KeyPresses {
  private begun: { key: string; at: number } | null = null;

  /** Null where the press is none, or begins a pair. Units: `now` in milliseconds. */
  read(press: Press, now: number): string | null {
    if (['Shift', 'Control', 'Meta', 'Alt'].includes(press.key)) return null;
    const name = nameOf(press);
    const begun = this.begun && now - this.begun.at < togetherMs ? this.begun.key : null;
    this.begun = null;
    if (name === null) return null;
    if (begun !== null) return `${begun} ${name}`;
    if (!beginnings.has(name)) return name;
    this.begun = { key: name, at: now };
    return null;
  }
}
