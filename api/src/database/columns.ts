import { getMetadataArgsStorage } from 'typeorm';

/**
 * The columns of an entity as a SELECT or RETURNING lists them, under the names of its properties: `c.id, c.created_at as "createdAt"`.
 * `instead` replaces the expression of single properties.
 */
export function columnsOf<Entity extends object>(
  EntityClass: new () => Entity,
  alias: string,
  instead: Partial<Record<keyof Entity & string, string>> = {},
): string {
  return getMetadataArgsStorage()
    .filterColumns(EntityClass)
    .map(({ propertyName, options }) => {
      const own = instead[propertyName as keyof Entity & string];
      const column = `${alias}.${options.name ?? propertyName}`;
      return own === undefined && options.name === undefined ? column : `${own ?? column} as "${propertyName}"`;
    })
    .join(', ');
}

/** The same columns one by one: the name of each property with its column. */
export function columnNames(EntityClass: new () => object): [property: string, column: string][] {
  return getMetadataArgsStorage()
    .filterColumns(EntityClass)
    .map(({ propertyName, options }) => [propertyName, options.name ?? propertyName]);
}
