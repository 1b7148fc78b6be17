import type { MigrationInterface, QueryRunner } from 'typeorm';
import { setUpContactErasure, takeDownContactErasure } from './statements/contact-erasure';
import { setUpContactHistory, takeDownContactHistory } from './statements/contact-history';
import { setUpContactImport, takeDownContactImport } from './statements/contact-import';
import { setUpContactMerge, takeDownContactMerge } from './statements/contact-merge';
import { setUpContactViews, takeDownContactViews } from './statements/contact-views';
import { setUpCustomFields, takeDownCustomFields } from './statements/custom-fields';

/** What contacts are brought in, kept clean and taken out by. One step, since a program serves the version before the newest and none older. */
export class PutContactsToWork1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of setUp) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of takeDown) await runner.query(statement);
  }
}

const setUp = [
  ...setUpCustomFields,
  ...setUpContactHistory,
  ...setUpContactImport,
  ...setUpContactMerge,
  ...setUpContactErasure,
  ...setUpContactViews,
];

const takeDown = [
  ...takeDownContactViews,
  ...takeDownContactErasure,
  ...takeDownContactMerge,
  ...takeDownContactImport,
  ...takeDownContactHistory,
  ...takeDownCustomFields,
];
