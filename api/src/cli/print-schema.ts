import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { lexicographicSortSchema } from 'graphql';
import { buildApiSchema } from '../schema';

/** The schema as it is committed in `schema.graphql`: sorted, with the constraints on its inputs. */
export function printApiSchema(): string {
  return `${printSchemaWithDirectives(lexicographicSortSchema(buildApiSchema())).trim()}\n`;
}
