import type { TestTenant } from './new-tenant';

const taskFields = 'id kind status done total result failure';

/** Begins what takes long, as its owner does, and waits for its end. */
export async function taskOf(tenant: TestTenant, mutation: string, input: object) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  const answer = await tenant.query(
    `mutation ($input: ${type}) { ${mutation}(input: $input) { task { ${taskFields} } userErrors { field message } } }`,
    { input },
  );
  const { task, userErrors } = answer[mutation];
  expect(userErrors).toEqual([]);
  for (;;) {
    const { task: now } = await tenant.query(`query ($id: ID!) { task(id: $id) { ${taskFields} } }`, { id: task.id });
    if (!['WAITING', 'RUNNING'].includes(now.status)) return now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export const headersOf = ({ id, token }: TestTenant) => ({ 'x-tenant-id': id, authorization: `Bearer ${token}` });

export const download = (tenant: TestTenant, archiveId: string, as = tenant) =>
  fetch(`${tenant.api.url}/archives/${archiveId}`, { headers: headersOf(as) });

/** What stays as it is while nobody writes: how far the search for duplicates is goes on by itself. */
export const lasting = <Counted extends { table: string }>(tables: readonly Counted[]): Counted[] =>
  tables.filter(({ table }) => table !== 'duplicate_search');
