import type { PluginFunction, Types } from '@graphql-codegen/plugin-helpers';
import {
  type ConstDirectiveNode,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';

/** One field's rules: the arguments of its `@constraint`, and whether it may be left out or emptied. */
function rulesOf(schema: GraphQLSchema, field: GraphQLInputField): Record<string, unknown> {
  const directive = schema.getDirective('constraint');
  if (!directive) throw new Error('Expected the schema to declare the directive @constraint; it does not.');
  const values = field.astNode
    ? getDirectiveValues(directive, field.astNode as { directives?: readonly ConstDirectiveNode[] })
    : undefined;
  return { ...(isRequiredInputField(field) && { isRequired: true }), ...values };
}

/** What people type; the rest is made by the client, and would be a part of every page. */
const isTyped = ({ name, type }: GraphQLInputField): boolean =>
  name !== 'idempotencyKey' && !['ID', 'Boolean'].includes(getNamedType(type).name);

/** What comes many at a time comes from a file: nobody types it. */
const isInList = (inputs: readonly GraphQLInputObjectType[], { name }: GraphQLInputObjectType): boolean =>
  inputs.some((input) =>
    Object.values(input.getFields()).some(
      ({ type }) => isListType(getNullableType(type)) && getNamedType(type).name === name,
    ),
  );

const plugin: PluginFunction = (schema) => {
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  const table = Object.fromEntries(
    inputs
      .filter((input) => !isInList(inputs, input))
      .filter((input) =>
        Object.values(input.getFields()).some(({ astNode }) =>
          astNode?.directives?.some(({ name }) => name.value === 'constraint'),
        ),
      )
      .map((input) => [
        input.name,
        Object.fromEntries(
          Object.values(input.getFields())
            .filter(isTyped)
            .map((field) => [field.name, rulesOf(schema, field)]),
        ),
      ]),
  );
  return `/** The rules of each input's fields, from \`@constraint\` in schema.graphql. */\nexport const constraints = ${JSON.stringify(table, null, 2)} as const;\n`;
};

/** The codes of errors are values of the schema's enum `ErrorCode`, which no field has. */
const errorCodes: PluginFunction = (schema) => {
  const type = schema.getType('ErrorCode');
  if (!isEnumType(type)) throw new Error('Expected the schema to declare the enum ErrorCode; it does not.');
  const codes = type.getValues().map(({ name }) => `'${name}'`);
  return `/** What \`extensions.code\` of an error can be, from schema.graphql. */\nexport type ErrorCode =\n  | ${codes.join('\n  | ')};\n`;
};

/** A codegen preset: what `@constraint` says about input fields, and the codes of errors, so that client and API keep one set of each. */
export const constraints: Types.OutputPreset = {
  buildGeneratesSection: async (options) => [
    {
      filename: options.baseOutputDir,
      schema: options.schema,
      documents: [],
      config: options.config,
      pluginMap: { constraints: { plugin }, errorCodes: { plugin: errorCodes } },
      plugins: [{ constraints: {} }, { errorCodes: {} }],
    },
  ],
};
