import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DefinitionNode, type FragmentDefinitionNode, Kind, parse, print, visit } from 'graphql';

const root = resolve(__dirname, '../web/app');

/** An operation as the web client sends it, with its fragments: what is measured cannot differ from what pages ask. */
export function webOperation(name: string): string {
  const definitions = readDefinitions();
  const operation = definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === name,
  );
  if (!operation) throw new Error(`expected an operation ${name} in ${root}`);
  const fragments = new Map<string, FragmentDefinitionNode>();
  collect(operation, definitions, fragments);
  return [operation, ...fragments.values()].map(print).join('\n');
}

function collect(
  node: DefinitionNode,
  definitions: DefinitionNode[],
  found: Map<string, FragmentDefinitionNode>,
): void {
  visit(node, {
    FragmentSpread({ name: { value } }) {
      if (found.has(value)) return;
      const fragment = definitions.find(
        (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === value,
      );
      if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) throw new Error(`expected a fragment ${value} in ${root}`);
      found.set(value, fragment);
      collect(fragment, definitions, found);
    },
  });
}

function readDefinitions(): DefinitionNode[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .flatMap((file) => parse(readFileSync(join(root, file), 'utf8')).definitions);
}
