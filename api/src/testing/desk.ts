import type { TestTenant } from './new-tenant';

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes; a wrong one fails the test
type Data = any;

/** A mutation whose input type is named like it; answers its payload. */
export async function mutate(
  tenant: Pick<TestTenant, 'query'>,
  name: string,
  input: object,
  fields: string,
): Promise<Data> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code field } } }`;
  return (await tenant.query(document, { input }))[name];
}

export async function newLabel(tenant: TestTenant, name: string): Promise<string> {
  return (await mutate(tenant, 'createLabel', { name, colour: 'TEAL' }, 'label { id }')).label.id;
}

/** The account that the tenant's session belongs to. */
export async function ownerId(tenant: TestTenant): Promise<string> {
  const { currentTenant } = await tenant.query('{ currentTenant { members { nodes { account { id } } } } }');
  return currentTenant.members.nodes[0].account.id;
}

export async function idsOf(
  tenant: TestTenant,
  filter: object,
  orderBy: object | null = null,
  first = 25,
): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const { conversations } = await tenant.query(
      `query ($filter: ConversationFilter, $orderBy: ConversationOrder, $first: Int!, $after: String) {
         conversations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
           nodes { id } totalCount pageInfo { hasNextPage endCursor }
         }
       }`,
      { filter, orderBy, first, after },
    );
    found.push(...conversations.nodes.map(({ id }: { id: string }) => id));
    if (conversations.pageInfo.hasNextPage) after = conversations.pageInfo.endCursor;
    else {
      expect(conversations.totalCount).toBe(found.length);
      return found;
    }
  }
}
