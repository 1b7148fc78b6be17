import type { ReactNode } from 'react';
import type { ActionId } from '../actions/registry';

export const groups = ['On this page', 'Everywhere', 'Contacts', 'Conversations', 'Messages', 'Companies'] as const;

/** A line of the command menu. */
export interface Command {
  id: string;
  group: (typeof groups)[number];
  words: string;
  /** What tells it from another one of the same words. */
  hint?: ReactNode;
  icon: ReactNode;
  /** Whose keys stand beside it. */
  action?: ActionId;
  /** What was found by what is typed is not measured against it again. */
  isFound?: boolean;
  run: () => void;
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The less the better: begins with it, has a word that does, has all its words somewhere; null where it has not. */
export function rankOf({ words, isFound = false }: Pick<Command, 'words' | 'isFound'>, text: string): number | null {
  if (isFound) return 1;
  const [where, what] = [fold(words), fold(text.trim())];
  if (where.startsWith(what)) return 0;
  if (where.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(what))) return 1;
  return what.split(/\s+/).every((part) => where.includes(part)) ? 2 : null;
}

/** What fits what is typed, the best first; what belongs together stays so. */
export function rankCommands(commands: readonly Command[], text: string): Command[] {
  const ranked = commands.flatMap((command) => {
    const rank = rankOf(command, text);
    return rank === null ? [] : [{ command, rank }];
  });
  const bestOf = (group: Command['group']) =>
    Math.min(...ranked.filter(({ command }) => command.group === group).map(({ rank }) => rank));
  const best = new Map(groups.map((group) => [group, bestOf(group)]));
  const placeOf = ({ group }: Command) => (best.get(group) ?? 0) * groups.length + groups.indexOf(group);
  return ranked
    .sort((a, b) => placeOf(a.command) - placeOf(b.command) || a.rank - b.rank)
    .map(({ command }) => command);
}
