import type { QueryRunner } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { createRole } from '../role-reserve';
import { schemaNameFrom } from '../schema-name';
import { describeSchema, type SchemaParts } from './describe-schema';
import { readFingerprints } from './fingerprints';
import type { Migrator } from './migrator';

export interface ExpectedSchema {
  fingerprint: string;
  parts: SchemaParts;
}

/** Takes the transaction back, and carries out what was seen in it. */
class Seen extends Error {
  constructor(readonly expected: ExpectedSchema) {
    super('taken back');
  }
}

/**
 * What a tenant's schema is at each version: made by the migrations themselves in a schema that no other transaction ever sees, so that it
 * never says anything else than they do. One per process; each version is made once.
 */
export class ExpectedSchemas {
  private readonly known = new Map<string, Promise<ExpectedSchema>>();

  constructor(private readonly migrator: Migrator) {}

  /** Errors: a version that this program does not know. */
  at(version: string): Promise<ExpectedSchema> {
    const made = this.known.get(version) ?? this.make(version);
    this.known.set(version, made);
    made.catch(() => this.known.delete(version));
    return made;
  }

  private async make(version: string): Promise<ExpectedSchema> {
    if (!this.migrator.steps.some((step) => step.version === version))
      throw new Error(`expected a version that this program knows, got ${version}`);
    const gateway = await this.migrator.gateway();
    const schemaName = schemaNameFrom(uuidV7());
    try {
      await this.migrator.looking(async (runner) => {
        await createRole(runner, schemaName, gateway);
        await this.migrator.createSchema(runner, schemaName, version);
        throw new Seen(await look(runner, schemaName));
      });
    } catch (error) {
      if (error instanceof Seen) return error.expected;
      throw error;
    }
    throw new Error('expected the transaction to be taken back');
  }
}

async function look(runner: QueryRunner, schemaName: string): Promise<ExpectedSchema> {
  const fingerprint = (await readFingerprints((work) => work(runner), [schemaName])).get(schemaName);
  if (fingerprint === undefined) throw new Error(`expected the schema ${schemaName}`);
  return { fingerprint, parts: await describeSchema(runner, schemaName) };
}
