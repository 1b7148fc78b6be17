import type { PluginFunction, Types } from '@graphql-codegen/plugin-helpers';
import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql';

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

const plugin: PluginFunction = (_schema, documents) => {
  const definitions = documents.flatMap(({ document }) => document?.definitions ?? []);
  const hooks = definitions.map((definition) => {
    if (definition.kind === Kind.OPERATION_DEFINITION) return operationHooks(definition);
    return definition.kind === Kind.FRAGMENT_DEFINITION ? fragmentHook(definition) : '';
  });
  return { prepend: ["import * as Apollo from '@apollo/client/react';"], content: hooks.join('\n') };
};

/**
 * A codegen preset: types, typed documents and hooks for Apollo Client 4 in one file.
 * `typescript-react-apollo` 5 imports from where Client 3 had its hooks, and its suspense hooks do not compile with Client 4.
 */
export const apolloHooks: Types.OutputPreset = {
  buildGeneratesSection: async (options) => [
    {
      filename: options.baseOutputDir,
      schema: options.schema,
      documents: options.documents,
      config: options.config,
      pluginMap: { ...options.pluginMap, 'apollo-hooks': { plugin } },
      plugins: [...options.plugins, { 'apollo-hooks': {} }],
    },
  ],
};
