import { Pencil, Trash2 } from 'lucide-react';
import { IconButton } from './icon-button';

interface RowButtonProps {
  /** Of what the row shows. */
  name: string;
  onPress: () => void;
  isBusy?: boolean;
}

export const ChangeButton = ({ name, onPress }: RowButtonProps) => (
  <IconButton
    className="max-md:size-10"
    label={`Change ${name}`}
    icon={<Pencil aria-hidden="true" />}
    onClick={onPress}
  />
);

export const DeleteButton = ({ name, onPress, isBusy = false }: RowButtonProps) => (
  <IconButton
    className="max-md:size-10"
    label={`Delete ${name}`}
    icon={<Trash2 aria-hidden="true" />}
    aria-disabled={isBusy || undefined}
    onClick={() => !isBusy && onPress()}
  />
);
