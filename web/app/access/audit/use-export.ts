import { useApolloClient } from '@apollo/client/react';
import {
  type AuditFilter,
  AuditLogPageDocument,
  type AuditPage_EntriesFragment,
  type AuditRow_EntryFragment,
} from '../../generated/graphql';
import { download } from '../../ui/download';
import { useAction } from '../use-action';
import { auditCsv } from './csv';

const pageSize = 100;

/** Reads all that meets the filter, page by page past the cache, and hands it to the browser as a file. */
export function useExport(fileName: string, filter: AuditFilter | null) {
  const client = useApolloClient();
  const { act, isBusy } = useAction();
  const readPage = async (after: string | null): Promise<AuditPage_EntriesFragment | undefined> => {
    const variables = { first: pageSize, after, filter };
    const { data } = await client.query({ query: AuditLogPageDocument, variables, fetchPolicy: 'no-cache' });
    return data?.currentTenant.auditLog;
  };
  const readAll = async (): Promise<AuditRow_EntryFragment[]> => {
    const entries: AuditRow_EntryFragment[] = [];
    for (let page = await readPage(null); page; ) {
      entries.push(...page.nodes);
      page = page.pageInfo.hasNextPage ? await readPage(page.pageInfo.endCursor) : undefined;
    }
    return entries;
  };
  const save = () =>
    act(async () => {
      // The mark at its beginning tells spreadsheets that it is UTF-8.
      download(fileName, `\uFEFF${auditCsv(await readAll())}`, 'text/csv');
      return [];
    });
  return { save, isSaving: isBusy };
}
