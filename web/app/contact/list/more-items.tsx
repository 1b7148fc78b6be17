import { FileUp, Trash2, UsersRound } from 'lucide-react';
import { Link } from 'react-router';
import { IfMay } from '../../access/permissions';
import { useDuplicateCountQuery } from '../../generated/graphql';
import { formatCount } from '../../ui/format';
import { MenuItem, MenuSeparator } from '../../ui/menu';
import { ExportItems } from './export-items';
import type { ListAddress } from './list-address';

export interface MoreItemsProps {
  address: ListAddress;
  columns: readonly string[];
  /** Of the company. */
  path: string;
}

const countedTo = 1_000;

export function MoreItems({ address, columns, path }: MoreItemsProps) {
  const { data } = useDuplicateCountQuery({ fetchPolicy: 'cache-and-network' });
  const count = data?.duplicates.totalCount ?? 0;
  return (
    <>
      <IfMay permission="contacts:write">
        <MenuItem asChild>
          <Link to={`${path}/contacts/import`}>
            <FileUp aria-hidden="true" />
            Import contacts
          </Link>
        </MenuItem>
      </IfMay>
      <MenuItem asChild>
        <Link to={`${path}/contacts/duplicates`}>
          <UsersRound aria-hidden="true" />
          <span className="flex-1">Possible duplicates</span>
          {count > 0 && (
            <span className="text-ink-muted text-xs tabular-nums">
              {formatCount(count)}
              {count >= countedTo && '+'}
            </span>
          )}
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link to={`${path}/contacts/deleted`}>
          <Trash2 aria-hidden="true" />
          Recently deleted
        </Link>
      </MenuItem>
      <MenuSeparator />
      <ExportItems address={address} columns={columns} />
    </>
  );
}
