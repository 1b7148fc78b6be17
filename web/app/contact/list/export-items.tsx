import { FileDown } from 'lucide-react';
import { useParams } from 'react-router';
import { useNow } from '../../ui/clock';
import { MenuItem, MenuLabel } from '../../ui/menu';
import { type ExportFormat, exportAddress, type ListAddress } from './list-address';
import { isUsual } from './list-columns';

const formats: Record<ExportFormat, string> = { csv: 'CSV', jsonl: 'JSON lines' };

interface ExportItemsProps {
  address: ListAddress;
  columns: readonly string[];
  /** Where it is not the whole list. */
  ids?: readonly string[];
}

/** The list as it stands, or some of it, as a file that the API sends: with what the list shows, where that was chosen, or with all there is. */
export const ExportItems = ({ columns, ...props }: ExportItemsProps) =>
  isUsual(columns) ? (
    <Formats {...props} title="Export as" />
  ) : (
    <>
      <Formats {...props} title="Export these columns as" columns={columns} />
      <Formats {...props} title="Export all columns as" />
    </>
  );

interface FormatsProps extends Omit<ExportItemsProps, 'columns'> {
  title: string;
  columns?: readonly string[];
}

function Formats({ title, address, ...rest }: FormatsProps) {
  const { tenantId = '' } = useParams();
  const now = useNow();
  return (
    <>
      <MenuLabel>{title}</MenuLabel>
      {Object.entries(formats).map(([format, label]) => (
        <MenuItem key={format} asChild>
          <a href={exportAddress(address, { format: format as ExportFormat, tenant: tenantId, now, ...rest })} download>
            <FileDown aria-hidden="true" />
            {label}
          </a>
        </MenuItem>
      ))}
    </>
  );
}
