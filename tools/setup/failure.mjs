/** What the person at the terminal can act on: shown as its sentence alone, without a stack. */
export class Failure extends Error {}

/** Runs a command of the project to its end: the sentence of a failure, the stack of a defect. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
