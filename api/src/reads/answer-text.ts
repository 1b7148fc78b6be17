import type { FormattedExecutionResult } from 'graphql';

/** The `data` of an answer as JSON that the database wrote: it goes to the socket as it is. */
export class AnswerText {
  constructor(readonly json: string) {}
}

/** As Apollo does it, but for data that are text already. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  if (!(data instanceof AnswerText)) return `${JSON.stringify(result)}\n`;
  const extensions = result.extensions ? `,"extensions":${JSON.stringify(result.extensions)}` : '';
  return `{"data":${data.json}${extensions}}\n`;
}
