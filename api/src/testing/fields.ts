import { mutate } from './desk';
import type { TestTenant } from './new-tenant';

/** Answers the custom field's id and key. */
export async function newField(
  tenant: Pick<TestTenant, 'query'>,
  name: string,
  kind: string,
  more: object = {},
): Promise<{ id: string; key: string }> {
  return (await mutate(tenant, 'createCustomField', { name, kind, ...more }, 'customField { id key }')).customField;
}

/** What a contact has, by key. */
export async function valuesOf(tenant: Pick<TestTenant, 'query'>, id: string): Promise<Record<string, unknown>> {
  const { contact } = await tenant.query(`{ contact(id: "${id}") { fields { value field { key } } } }`);
  return Object.fromEntries(contact.fields.map(({ value, field }: Value) => [field.key, value]));
}

interface Value {
  value: unknown;
  field: { key: string };
}

export const fieldsOf = (values: object): { key: string; value: unknown }[] =>
  Object.entries(values).map(([key, value]) => ({ key, value }));
