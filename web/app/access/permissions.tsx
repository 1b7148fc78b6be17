import { createContext, type ReactNode, useContext } from 'react';

export type Permission =
  | 'contacts:read'
  | 'contacts:write'
  | 'conversations:read'
  | 'conversations:write'
  | 'tenant:admin'
  | 'tenant:own';

const PermissionsContext = createContext<readonly string[] | undefined>(undefined);

interface PermissionsProviderProps {
  /** Of the viewer in the company that is open; undefined until they are read. */
  permissions: readonly string[] | undefined;
  children: ReactNode;
}

/** Makes known what the viewer may do, so that a page offers nothing that the API would refuse. */
export const PermissionsProvider = ({ permissions, children }: PermissionsProviderProps) => (
  <PermissionsContext value={permissions}>{children}</PermissionsContext>
);

/** What is not known yet is offered: the API decides in any case. */
export function usePermissionCheck(): (permission: Permission) => boolean {
  const permissions = useContext(PermissionsContext);
  return (permission) => permissions === undefined || permissions.includes(permission);
}

export const useMay = (permission: Permission): boolean => usePermissionCheck()(permission);

/** Shows what is inside to whoever may use it. */
export const IfMay = ({ permission, children }: { permission: Permission; children: ReactNode }) =>
  useMay(permission) ? children : null;
