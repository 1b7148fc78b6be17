import { usePermissionCheck } from '../../access/permissions';
import type { SavedView } from './use-remove-view';

/** Views are changed by who made them; those of everybody by admins, too. */
export function useMayChangeView(): (view: SavedView) => boolean {
  const may = usePermissionCheck();
  return ({ isMine }) => may('conversations:write') && (isMine || may('tenant:admin'));
}
