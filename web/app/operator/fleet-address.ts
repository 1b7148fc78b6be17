import type { FleetTenantSort, TenantStatus } from '../generated/graphql';

/** Which companies are shown, as the address says: `?q=acme&status=suspended&sort=size`. */
export interface FleetAddress {
  search: string;
  status: TenantStatus | null;
  sort: FleetTenantSort;
}

export const statuses = ['ACTIVE', 'SUSPENDED', 'DELETING', 'DROPPING'] as const satisfies readonly TenantStatus[];
const sorts = ['NAME', 'SIZE', 'VERSION', 'ACTIVITY', 'CREATED'] as const satisfies readonly FleetTenantSort[];

const oneOf = <T extends string>(known: readonly T[], text: string | null): T | null =>
  known.find((each) => each.toLowerCase() === text) ?? null;

/** Whatever the address says; what is not known is left out. */
export const readFleetAddress = (params: URLSearchParams): FleetAddress => ({
  search: params.get('q')?.trim().slice(0, 200) ?? '',
  status: oneOf(statuses, params.get('status')),
  sort: oneOf(sorts, params.get('sort')) ?? 'NAME',
});

/** The shortest address that says the same. */
export const writeFleetAddress = ({ search, status, sort }: FleetAddress): URLSearchParams =>
  new URLSearchParams({
    ...(search && { q: search }),
    ...(status && { status: status.toLowerCase() }),
    ...(sort !== 'NAME' && { sort: sort.toLowerCase() }),
  });

export const fleetVariables = ({ search, status, sort }: FleetAddress) => ({ search: search || null, status, sort });
