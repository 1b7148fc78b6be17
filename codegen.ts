import type { CodegenConfig } from '@graphql-codegen/cli';
import { apolloHooks } from './tools/apollo-hooks';
import { constraints } from './tools/constraints';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'web/app/**/*.graphql',
  generates: {
    'web/app/generated/graphql.ts': {
      preset: apolloHooks,
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        useTypeImports: true,
        strictScalars: true,
        scalars: {
          ID: 'string',
          DateTimeISO: 'string',
          LocalDate: 'string',
          JSON: 'unknown',
          JSONObject: 'Record<string, unknown>',
          Permission: 'string',
        },
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
      },
    },
    'web/app/generated/constraints.ts': { preset: constraints },
  },
};

export default config;
