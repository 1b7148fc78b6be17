import type { LabelColour } from '../label/label-colour';

/** A company as its author writes it down: people, and what was said, without clock times. */
export interface CompanyScript {
  name: string;
  /** What talks are sorted by; each has those whose words are in its subject. */
  labels: LabelScript[];
  people: PersonScript[];
}

export interface LabelScript {
  name: string;
  colour: LabelColour;
  about: RegExp;
}

export interface PersonScript {
  name: string;
  email?: string;
  phone?: string;
  company?: string;
  position?: string;
  source?: string;
  metadata?: Record<string, unknown>;
  /** Units: working days by which the contact is older than its first conversation. */
  knownForDays?: number;
  /** Oldest first. */
  talks: TalkScript[];
}

export interface TalkScript {
  subject?: string;
  /** Units: working days from the last line to now. */
  daysAgo: number;
  /** Who of the company writes. */
  by: string;
  /**
   * A line each: `< ` the contact writes, `> ` the company writes, `! ` it notes for itself, `= ` the status changes (close, reopen, snooze and its days, wake).
   * `~3d ` or `~2h ` in front of the text sets the working time since the line before; `¶` breaks a line.
   */
  script: string;
}

export type Step = { waitMinutes: number | null } & (
  | { kind: 'contact' | 'user' | 'note'; text: string }
  | { kind: 'close' | 'reopen' | 'wake' }
  | { kind: 'snooze'; days: number }
);

const kinds = { '<': 'contact', '>': 'user', '!': 'note' } as const;
const stepForm = /^([<>!=]) (?:~(\d+)([hd]) )?(.+)$/;

/** Errors: says which line is not of the form above. */
export function readScript(script: string): Step[] {
  return script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readLine);
}

function readLine(line: string): Step {
  const [, sign, amount, unit, text = ''] = stepForm.exec(line) ?? [];
  const waitMinutes = amount === undefined ? null : Number(amount) * (unit === 'd' ? 540 : 60);
  if (sign === '<' || sign === '>' || sign === '!')
    return { kind: kinds[sign], text: text.replaceAll('¶', '\n'), waitMinutes };
  if (text === 'close' || text === 'reopen' || text === 'wake') return { kind: text, waitMinutes };
  const snooze = /^snooze (\d+)$/.exec(text);
  if (sign === '=' && snooze) return { kind: 'snooze', days: Number(snooze[1]), waitMinutes };
  throw new Error(
    `expected "< text", "> text", "! text" or "= close|reopen|wake|snooze days", got ${JSON.stringify(line)}`,
  );
}
