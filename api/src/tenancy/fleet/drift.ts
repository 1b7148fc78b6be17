import type { Registry, VersionedSchema } from '../registry';
import { describeSchema, ownSchema } from './describe-schema';
import { type ExpectedSchema, ExpectedSchemas } from './expected-schema';
import { readFingerprints } from './fingerprints';
import type { Migrator } from './migrator';
import { differencesOf, type SchemaDifference } from './schema-differences';

export interface TenantDrift {
  slug: string;
  schemaName: string;
  differences: (SchemaDifference & {
    /** Null where it was not asked for; else whether it was mended, or why it was not, in a sentence. */
    mended: true | string | null;
  })[];
}

export interface DriftReport {
  checked: number;
  /** Of versions that this program does not know, such as a later one's. */
  unknown: string[];
  /** Only those that differ. */
  drifted: TenantDrift[];
}

interface DriftOptions {
  only?: readonly string[] | null;
  /** Runs what loses nothing. */
  repair?: boolean;
}

/** Whether the tenants' schemas are what the migrations make: for all of them a few statements, and a closer look where something differs. */
export class Drift {
  private readonly expected: ExpectedSchemas;

  constructor(
    private readonly migrator: Migrator,
    private readonly registry: Registry,
  ) {
    this.expected = new ExpectedSchemas(migrator);
  }

  async verify({ only = null, repair = false }: DriftOptions = {}): Promise<DriftReport> {
    const tenants = await this.registry.listSchemas({ only });
    const known = tenants.filter(({ schemaVersion }) => this.knows(schemaVersion));
    const fingerprints = await readFingerprints(
      (work) => this.migrator.inTransaction(work),
      known.map(({ schemaName }) => schemaName),
    );
    // Those that differ in the same way are looked at once.
    const looked = new Map<string, SchemaDifference[]>();
    const drifted: TenantDrift[] = [];
    for (const tenant of known) {
      const expected = await this.expected.at(tenant.schemaVersion);
      const fingerprint = fingerprints.get(tenant.schemaName) ?? 'missing';
      if (fingerprint === expected.fingerprint) continue;
      const kind = `${tenant.schemaVersion} ${fingerprint}`;
      const found = looked.get(kind) ?? (await this.compare(tenant, expected));
      looked.set(kind, found);
      if (found.length > 0) drifted.push(await this.report(tenant, found, repair));
    }
    const unknown = tenants.filter(({ schemaVersion }) => !this.knows(schemaVersion)).map(({ slug }) => slug);
    return { checked: known.length, unknown, drifted };
  }

  /** Of one tenant, with its own schema's name in the SQL. None of a version that this program does not know. */
  async of({
    schemaName,
    schemaVersion,
  }: Pick<VersionedSchema, 'schemaName' | 'schemaVersion'>): Promise<SchemaDifference[]> {
    if (!this.knows(schemaVersion)) return [];
    const found = await this.compare({ schemaName }, await this.expected.at(schemaVersion));
    return found.map((difference) => inSchema(schemaName, difference));
  }

  private knows(version: string): boolean {
    return this.migrator.steps.some((step) => step.version === version);
  }

  private async compare(
    { schemaName }: Pick<VersionedSchema, 'schemaName'>,
    { parts }: ExpectedSchema,
  ): Promise<SchemaDifference[]> {
    const live = await this.migrator.looking((runner) => describeSchema(runner, schemaName));
    return differencesOf(parts, live);
  }

  private async report(
    { slug, schemaName }: VersionedSchema,
    found: SchemaDifference[],
    repair: boolean,
  ): Promise<TenantDrift> {
    const differences: TenantDrift['differences'] = [];
    for (const each of found) {
      const difference = inSchema(schemaName, each);
      differences.push({ ...difference, mended: repair && difference.isSafe ? await this.mend(difference) : null });
    }
    return { slug, schemaName, differences };
  }

  /** Each in a transaction of its own, so that one that cannot be mended keeps no other from it. */
  private async mend({ statements }: SchemaDifference): Promise<true | string> {
    try {
      await this.migrator.inTransaction(async (runner) => {
        for (const statement of statements) await runner.query(statement);
      });
      return true;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}

const inSchema = (schemaName: string, difference: SchemaDifference): SchemaDifference => ({
  ...difference,
  what: difference.what.replaceAll(ownSchema, schemaName),
  statements: difference.statements.map((statement) => statement.replaceAll(ownSchema, schemaName)),
});
