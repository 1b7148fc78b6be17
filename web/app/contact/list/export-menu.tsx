import { ChevronDown } from 'lucide-react';
import { useParams } from 'react-router';
import { Button } from '../../ui/button';
import { useNow } from '../../ui/clock';
import { Menu, MenuItem } from '../../ui/menu';
import { type ExportFormat, exportAddress, type ListAddress } from './list-address';

const formats: Record<ExportFormat, string> = { csv: 'CSV', jsonl: 'JSON lines' };

/** The list as it stands, all of it, as a file that the API sends. */
export function ExportMenu({ address }: { address: ListAddress }) {
  const { tenantId = '' } = useParams();
  const now = useNow();
  return (
    <Menu
      trigger={
        <Button variant="quiet">
          Export
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      {Object.entries(formats).map(([format, label]) => (
        <MenuItem key={format} asChild>
          <a href={exportAddress(address, { format: format as ExportFormat, tenant: tenantId, now })} download>
            {label}
          </a>
        </MenuItem>
      ))}
    </Menu>
  );
}
