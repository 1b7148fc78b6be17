import type { EntityManager } from 'typeorm';
import type { CustomField } from './custom-field';
import { listCustomFields } from './custom-field.repository';

/** Units: milliseconds. */
const knownForMs = 5_000;

interface Known {
  fields: Promise<CustomField[]>;
  until: number;
}

/** By the DataSource, which is of one tenant and one process. */
const byDataSource = new WeakMap<object, Known>();

/**
 * The fields in use, as they were within the last seconds, so that a write need not ask for them each time. Whatever would be refused by
 * these is looked at again with `listCustomFields`: a field of this moment is known at once, and only a rule of this moment may come late.
 */
export function knownFields(manager: EntityManager): Promise<CustomField[]> {
  const known = byDataSource.get(manager.connection);
  if (known && known.until > Date.now()) return known.fields;
  return rememberFields(manager);
}

/** Reads them anew, for all who come after. */
export function rememberFields(manager: EntityManager): Promise<CustomField[]> {
  const fields = listCustomFields(manager);
  byDataSource.set(manager.connection, { fields, until: Date.now() + knownForMs });
  // What could not be read is asked for again.
  fields.catch(() => forgetFields(manager));
  return fields;
}

/** Behind a change of this process's own. */
export const forgetFields = (manager: EntityManager): void => void byDataSource.delete(manager.connection);
