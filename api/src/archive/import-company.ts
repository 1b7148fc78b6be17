import type { QueryRunner } from 'typeorm';
import type { Tenancy } from '../tenancy/tenancy';
import { bringIn, type Report, type Source } from './import-archive';

interface ImportWork {
  tenancy: Tenancy;
  source: Source;
  /** Null for the name that the archive has. */
  name: string | null;
  /** The account that owns it; null for one that an operator hands over later. */
  ownerId: string | null;
  report: Report;
  signal?: AbortSignal;
  /** In the transaction that shows it. */
  along?: (runner: QueryRunner, imported: Imported) => Promise<void>;
}

export interface Imported {
  tenantId: string;
  slug: string;
  rows: number;
  checksum: string;
}

/** A new company with all that the archive has: it is there whole or not at all. Its members are not made members here. Errors: `ArchiveDamaged`. */
export async function importCompany({ ownerId, along, ...work }: ImportWork): Promise<Imported> {
  const { tenancy } = work;
  return bringIn({ ...work, reason: 'import' }, async (hidden, { header, trailer, checksum }) => {
    // The file is of somebody's making: what it asks for is done only where it is a noun's job in a company.
    const jobs = header.jobs.filter(({ kind }) => tenancy.jobKinds.includes(kind));
    const imported = { tenantId: hidden.id, slug: hidden.slug, rows: trailer.rows, checksum };
    await tenancy.hidden.show(hidden, { ownerId, jobs, along: async (runner) => along?.(runner, imported) });
    return imported;
  });
}
