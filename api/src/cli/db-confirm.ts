import { createInterface } from 'node:readline/promises';

/**
 * Asks before something is lost for good.
 * Errors: where the answer is not yes, or nobody is there to ask.
 */
export async function confirm(question: string, isSure: boolean): Promise<void> {
  if (isSure) return;
  if (!process.stdin.isTTY) throw new Error(`${question} Nobody is here to ask: add --yes if that is meant.`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`${question} Type yes to go on: `);
    if (answer.trim().toLowerCase() !== 'yes') throw new Error('Nothing was changed.');
  } finally {
    terminal.close();
  }
}
