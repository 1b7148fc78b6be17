import { mutate } from './desk';
import type { TestTenant } from './new-tenant';

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes; a wrong one fails the test
type Data = any;

const counts = 'createdCount changedCount unchangedCount skippedCount refusedCount';
export const importResults = 'results { number outcome contactId userErrors { code field } }';

export async function startImport(
  tenant: TestTenant,
  onDuplicate = 'SKIP',
  rowCount: number | null = null,
): Promise<string> {
  const { import: started } = await mutate(
    tenant,
    'startImport',
    { name: 'a.csv', onDuplicate, rowCount },
    'import { id }',
  );
  return started.id;
}

export const bringRows = (tenant: TestTenant, importId: string, rows: object[], more = ''): Promise<Data> =>
  mutate(
    tenant,
    'importContacts',
    { importId, rows },
    `${importResults} import { state lastNumber ${counts} } ${more}`,
  );

export const previewRows = (tenant: TestTenant, rows: object[], onDuplicate = 'SKIP'): Promise<Data> =>
  mutate(tenant, 'importContacts', { rows, onDuplicate, isDryRun: true }, importResults);

/** By its email address; null where there is none. */
export async function contactOf(tenant: TestTenant, email: string): Promise<Data> {
  const { contacts } = await tenant.query(
    `query ($email: String) { contacts(filter: { email: $email }) {
       nodes { id name email phone company position source externalId metadata createdBy { name } conversations { totalCount } } } }`,
    { email },
  );
  expect(contacts.nodes.length).toBeLessThan(2);
  return contacts.nodes[0] ?? null;
}

export const outcomes = (payload: Data): string[] => payload.results.map(({ outcome }: Data) => outcome);

export const numbered = (rows: object[]): object[] => rows.map((row, index) => ({ number: index + 1, ...row }));
