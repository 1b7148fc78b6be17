import type { ApolloClient } from '@apollo/client';
import Papa from 'papaparse';
import { ImportRowsDocument } from '../../generated/graphql';
import type { KeptFile } from './kept-file';
import { readFile } from './read-file';

/** What the rows of the file that is made are headed by, behind their own columns. */
export const errorColumn = 'error';

/** Units: characters; so many are held as text before the browser has them as a part of a file. */
const mostHeld = 1_000_000;

/** The refused rows as they stand in the file, each with why: both are gone through side by side, and neither is held. */
export async function refusedFile(client: ApolloClient, { importId, file, format, mapping }: KeptFile): Promise<Blob> {
  const refused = refusedRows(client, importId);
  const parts: Blob[] = [];
  let text = `\ufeff${lineOf([...mapping.headers, errorColumn])}`;
  let next = await refused.next();
  for await (const { cells: rows } of readFile({ file, format, after: 0, mapping: null })) {
    for (const { number, cells } of rows) {
      if (next.done || next.value.number !== number) continue;
      text += lineOf([...padded(cells, mapping.headers.length), next.value.reason]);
      next = await refused.next();
    }
    if (text.length < mostHeld) continue;
    parts.push(new Blob([text]));
    text = '';
    if (next.done) break;
  }
  return new Blob([...parts, text], { type: 'text/csv;charset=utf-8' });
}

const lineOf = (cells: readonly string[]): string => `${Papa.unparse([[...cells]], { newline: '\r\n' })}\r\n`;

const padded = (cells: readonly string[], width: number): string[] => [
  ...cells,
  ...Array.from({ length: Math.max(0, width - cells.length) }, () => ''),
];

async function* refusedRows(
  client: ApolloClient,
  id: string,
): AsyncGenerator<{ number: number; reason: string }, void> {
  const readPage = async (after: string | null) => {
    const variables = { id, outcome: ['REFUSED' as const], first: 100, after };
    const { data } = await client.query({ query: ImportRowsDocument, variables, fetchPolicy: 'no-cache' });
    return data?.import?.rows;
  };
  for (let page = await readPage(null); page; ) {
    for (const { number, userErrors } of page.nodes)
      yield { number, reason: userErrors.map(({ message }) => message).join(' ') };
    page = page.pageInfo.hasNextPage ? await readPage(page.pageInfo.endCursor) : undefined;
  }
}
