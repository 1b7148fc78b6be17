/**
 * Numbers count up without gaps within a conversation, so a hole in what is shown is a message that was missed.
 * Answers the number before the first hole, to ask for what follows it; null where nothing is missing.
 * Shape: `numbers` in any order; what lies before the lowest is not loaded yet, and no hole.
 */
export function numberBeforeGap(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = sorted.findIndex((number, index) => index > 0 && number - (sorted[index - 1] ?? number) > 1);
  return at < 0 ? null : (sorted[at - 1] ?? null);
}
