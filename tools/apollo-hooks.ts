import { basename, dirname, join } from 'node:path';
import type { PluginFunction, Types } from '@graphql-codegen/plugin-helpers';
import {
  type DefinitionNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The name as `typescript-operations` writes it: `ContactRow_contact` becomes `ContactRow_Contact`. */
const typeName = (name: string): string => name.split('_').map(upperFirst).join('_');

const needsVariables = (operation: OperationDefinitionNode): boolean =>
  (operation.variableDefinitions ?? []).some(
    ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue,
  );

function operationHooks(operation: OperationDefinitionNode): string {
  if (!operation.name) throw new Error('Expected every operation to have a name; found one without.');
  const name = typeName(operation.name.value);
  const kind = upperFirst(operation.operation);
  const document = `${name}Document`;
  const variables = `${name}${kind}Variables`;
  const types = `${name}${kind}, ${variables}`;
  const [optional, required] = needsVariables(operation) ? ['', ` & { variables: ${variables} }`] : ['?', ''];
  switch (operation.operation) {
    case OperationTypeNode.MUTATION:
      return `export const use${name}Mutation = (options?: Apollo.useMutation.Options<${types}>) => Apollo.useMutation(${document}, options);`;
    case OperationTypeNode.SUBSCRIPTION:
      return `export const use${name}Subscription = (options${optional}: Apollo.useSubscription.Options<${types}>${required}) => Apollo.useSubscription(${document}, options);`;
    case OperationTypeNode.QUERY:
      return [
        `export const use${name}Query = (options${optional}: (Apollo.useQuery.Options<${types}>${required}) | Apollo.SkipToken) => Apollo.useQuery(${document}, options ?? {});`,
        `export const use${name}LazyQuery = (options?: Apollo.useLazyQuery.Options<${types}>) => Apollo.useLazyQuery(${document}, options);`,
      ].join('\n');
  }
}

function fragmentHook(fragment: FragmentDefinitionNode): string {
  const name = typeName(fragment.name.value);
  const from = `Apollo.useFragment.Options<${name}Fragment, never>['from']`;
  return `export const use${name}Fragment = (from: ${from}) => Apollo.useFragment({ fragment: ${name}FragmentDoc, fragmentName: '${fragment.name.value}', from });`;
}

const typesOf = (definition: DefinitionNode): string[] => {
  if (definition.kind === Kind.FRAGMENT_DEFINITION) return [`${typeName(definition.name.value)}Fragment`];
  if (definition.kind !== Kind.OPERATION_DEFINITION || !definition.name) return [];
  const type = typeName(definition.name.value) + upperFirst(definition.operation);
  return [type, `${type}Variables`];
};

const hooks: PluginFunction = (_schema, documents) => {
  const definitions = documents.flatMap(({ document }) => document?.definitions ?? []);
  const written = definitions.map((definition) => {
    if (definition.kind === Kind.OPERATION_DEFINITION) return operationHooks(definition);
    return definition.kind === Kind.FRAGMENT_DEFINITION ? fragmentHook(definition) : '';
  });
  return {
    prepend: [
      "import * as Apollo from '@apollo/client/react';",
      `import type { ${definitions.flatMap(typesOf).join(', ')} } from '../types';`,
    ],
    content: written.join('\n'),
  };
};

const handOn =
  (parts: readonly Part[]): PluginFunction =>
  () =>
    [`export * from './types';`, ...parts.map(({ name }) => `export * from './documents/${name}';`)].join('\n');

/** One definition of a document, and where in the folder of generated files it goes. */
interface Part {
  name: string;
  document: Types.DocumentFile;
}

const partsOf = (documents: readonly Types.DocumentFile[]): Part[] =>
  documents.flatMap((file) =>
    (file.document?.definitions ?? []).map((definition) => ({
      name: nameOf(definition),
      document: { ...file, document: { kind: Kind.DOCUMENT, definitions: [definition] } },
    })),
  );

function nameOf(definition: DefinitionNode): string {
  if ('name' in definition && definition.name) return typeName(definition.name.value);
  throw new Error('Expected every operation to have a name; found one without.');
}

/** What a part may spread of the other parts. */
const fragmentsBeside = (part: Part, parts: readonly Part[]) =>
  parts.flatMap(({ document: { document } }) =>
    (document?.definitions ?? []).flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION && document !== part.document.document
        ? [{ isExternal: true, name: node.name.value, onType: node.typeCondition.name.value, importFrom: '', node }]
        : [],
    ),
  );

/**
 * A codegen preset: types, typed documents and hooks for Apollo Client 4.
 * `typescript-react-apollo` 5 imports from where Client 3 had its hooks, and its suspense hooks do not compile with Client 4.
 * Shape: what is imported is one file; it hands on the types, and each operation and fragment from a file of its own, so that a page
 *        loads the documents of its own alone.
 */
export const apolloHooks: Types.OutputPreset = {
  buildGeneratesSection: async ({ baseOutputDir, schema, documents, config, pluginMap }) => {
    const folder = dirname(baseOutputDir);
    const parts = partsOf(documents);
    const plugins = { ...pluginMap, 'apollo-hooks': { plugin: hooks }, 'hand-on': { plugin: handOn(parts) } };
    const section = (filename: string, names: string[], more: Partial<Types.GenerateOptions> = {}) => ({
      filename: join(folder, filename),
      schema,
      documents,
      config,
      pluginMap: plugins,
      plugins: names.map((name) => ({ [name]: {} })),
      ...more,
    });
    return [
      section('types.ts', ['typescript-operations']),
      section(basename(baseOutputDir), ['hand-on']),
      ...parts.map((part) =>
        section(`documents/${part.name}.ts`, ['typed-document-node', 'apollo-hooks'], {
          documents: [part.document],
          config: { ...config, externalFragments: fragmentsBeside(part, parts) },
          skipDocumentsValidation: true,
        }),
      ),
    ];
  },
};
