import { TaskFailure } from '../../task/tasks';

/** The store of archives cannot be reached, or does not do what is asked of it: a sentence for whoever asked. */
export class StoreFailure extends TaskFailure {}

/** Errors: `StoreFailure`, whatever the client throws. */
export async function asking<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw storeFailure(error);
  }
}

/** What the store or the network calls it is told, where that is a word: whoever runs the store knows what to do about it. */
export function storeFailure(error: unknown): StoreFailure {
  if (error instanceof StoreFailure) return error;
  const { status, serviceCode } = error as { status?: unknown; serviceCode?: unknown };
  if (typeof status === 'number') {
    return new StoreFailure(
      `The store of archives refused it (${[status, wordOf(serviceCode)].filter(Boolean).join(' ')}). The operator of this deployment can look into it.`,
      { cause: error },
    );
  }
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  const why = wordOf(cause?.code) ?? wordOf(code);
  return new StoreFailure(
    `The store of archives cannot be reached${why ? ` (${why})` : ''}. Please try again later; the operator of this deployment can look into it.`,
    { cause: error },
  );
}

function wordOf(code: unknown): string | null {
  return typeof code === 'string' && /^\w{1,60}$/.test(code) && code !== 'Unknown' ? code : null;
}
