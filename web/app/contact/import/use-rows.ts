import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { ImportRowsDocument, type ImportRowsQuery, type ImportRowsQueryVariables } from '../../generated/graphql';

type Row = NonNullable<ImportRowsQuery['import']>['rows']['nodes'][number];

const shown = 50;

/** The first rows of an import of some kind, once somebody asks for them; none before. */
export function useRows(variables: Omit<ImportRowsQueryVariables, 'first'>) {
  const client = useApolloClient();
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const read = async () => {
    setIsBusy(true);
    try {
      const { data } = await client.query({
        query: ImportRowsDocument,
        variables: { ...variables, first: shown },
        fetchPolicy: 'network-only',
      });
      setRows(data?.import?.rows.nodes ?? []);
    } catch {
      // The button stays, for another attempt.
    }
    setIsBusy(false);
  };
  return { rows, isBusy, read };
}
