import { randomUUID } from 'node:crypto';
import { tokenAt } from './session';
import { sharedSystem } from './shared-system';

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, each read once
type Data = any;

/** Errors: whatever the API answers as `errors`. */
export async function ask(
  document: string,
  variables: object = {},
  tenant?: string,
  apiUrl = sharedSystem().apiUrl,
): Promise<Data> {
  const response = await fetch(`${apiUrl}/graphql`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${await tokenAt(apiUrl)}`,
      ...(tenant && { 'X-Tenant-Id': tenant }),
    },
    body: JSON.stringify({ query: document, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown[] };
  if (errors) throw new Error(`expected data, got ${response.status} ${JSON.stringify(errors)}`);
  return data;
}

export interface Company {
  slug: string;
  path: string;
  name: string;
}

export async function newCompany(apiUrl?: string): Promise<Company> {
  const name = `Company ${randomUUID().slice(0, 8)}`;
  const { createTenant } = await ask(
    'mutation ($name: String!) { createTenant(input: { name: $name }) { tenant { slug } userErrors { message } } }',
    { name },
    undefined,
    apiUrl,
  );
  const { slug } = createTenant.tenant;
  return { slug, path: `/tenant/${slug}`, name };
}

export interface NewContact {
  id: string;
  conversationId: string;
  path: string;
}

export async function newContact(company: Company, input: object = {}, apiUrl?: string): Promise<NewContact> {
  const { createContact } = await ask(
    `mutation ($input: CreateContactInput!) {
       createContact(input: $input) { contact { id } conversation { id } userErrors { field message } }
     }`,
    { input: { name: 'Ann Lee', email: 'ann@contact.example', ...input } },
    company.slug,
    apiUrl,
  );
  if (!createContact.contact) throw new Error(`expected a contact, got ${JSON.stringify(createContact.userErrors)}`);
  const { contact, conversation } = createContact;
  return { id: contact.id, conversationId: conversation.id, path: `${company.path}/contacts/${contact.id}` };
}

export async function say(
  company: Company,
  { conversationId }: NewContact,
  content: string,
  senderType = 'CONTACT',
  apiUrl?: string,
): Promise<void> {
  await ask(
    `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } userErrors { message } } }`,
    { input: { conversationId, content, senderType } },
    company.slug,
    apiUrl,
  );
}
