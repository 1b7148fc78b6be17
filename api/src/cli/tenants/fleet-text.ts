import type { FleetStatus, FleetTenant } from '../../tenancy/fleet/fleet-list';
import { companies, counted } from './command';

export function tenantRow({ slug, status, schemaVersion, sizeBytes, lastActiveAt, createdAt, failure }: FleetTenant) {
  return [
    slug,
    failure === null ? status : `${status}, read only`,
    schemaVersion,
    sizeText(sizeBytes),
    lastActiveAt ? `active ${lastActiveAt.slice(0, 10)}` : 'never active',
    `since ${createdAt.slice(0, 10)}`,
  ];
}

export const sizeText = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

export function statusText({ latest, byStatus, byVersion, behind, failed, migrationMs }: FleetStatus): string {
  const { median, slowest, slowestSlug } = migrationMs;
  return [
    `This program's version is ${latest}.`,
    ...byStatus.map(({ status, count }) => `${companies(count)} ${count === 1 ? 'is' : 'are'} ${status}.`),
    ...byVersion.map(({ version, count }) => `${companies(count)} at version ${version}.`),
    behind === 0 ? 'All are up to date.' : `${companies(behind)} behind: npm run tenants -- migrate`,
    ...(median === null
      ? []
      : [
          `A migration took ${counted(Math.round(median))} ms (median), ${counted(slowest ?? 0)} ms at most (${slowestSlug}).`,
        ]),
    ...failed.map(
      ({ slug, failedAt, failure }) => `${slug} takes no writes since ${failedAt.slice(0, 16)}Z: ${failure}`,
    ),
  ].join('\n');
}
