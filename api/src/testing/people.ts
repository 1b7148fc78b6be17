import { randomUUID } from 'node:crypto';
import { type Answer, send } from './new-tenant';
import { startTestApi, type TestApi } from './test-api';

/** What the API would have mailed. */
export const mails: { to: string; text: string }[] = [];

export const password = 'correct horse battery';

/** Units: milliseconds. With this moment the API compares codes of the second step; tests move it on. */
export const codeClock = { nowMs: Date.parse('2026-01-01T00:00:00Z') };

let api: Promise<TestApi> | null = null;

/** An API to which nobody belongs who has not signed in; one for each test file that asks for it. */
export function closedApi(): Promise<TestApi> {
  api ??= startTestApi({
    isOpenToOperator: false,
    allowsLoopback: true,
    onMail: (mail) => mails.push(mail),
    now: () => codeClock.nowMs,
  });
  return api;
}

afterAll(async () => (await api)?.stop());

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes; a wrong one fails the test
type Data = any;

/** As somebody with these headers; nobody without. */
export async function sendTo(
  document: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Answer<Data>> {
  return send(await closedApi(), document, variables, headers);
}

/** A person with an account, signed in. */
export class Person {
  constructor(
    readonly email: string,
    readonly token: string,
    readonly tenantId: string,
  ) {}

  send(document: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
    return sendTo(document, variables, { authorization: `Bearer ${this.token}`, ...headers });
  }
}

export const signUp = `
  mutation ($input: SignUpInput!) {
    signUp(input: $input) { token viewer { id name email } tenant { id } userErrors { code field message } }
  }`;

export async function newPerson(companyName: string | null = null): Promise<Person> {
  const email = `${randomUUID()}@people.example`;
  const { data } = await sendTo(signUp, { input: { name: 'Ann Able', email, password, companyName } });
  return new Person(email, data.signUp.token, data.signUp.tenant?.id ?? '');
}

export const inTenant = (id: string) => ({ 'x-tenant-id': id });
export const contacts = '{ contacts { nodes { id } } }';

export const createContact = `
  mutation { createContact(input: { name: "Cay", email: "cay@contact.example" }) { contact { id } userErrors { code } } }`;

export const invite = `
  mutation ($input: InviteMemberInput!) {
    inviteMember(input: $input) { token invitation { id email role } userErrors { code field message } }
  }`;

export const accept = `
  mutation ($token: String!) {
    acceptInvitation(input: { token: $token }) { tenant { id } userErrors { code field } }
  }`;

const memberships = `
  query ($id: ID!) { tenant(id: $id) { members { nodes { id role account { email } } } } }`;

/** Somebody else, who has joined the owner's company. */
export async function newMember(owner: Person, role: string): Promise<Person> {
  const person = await newPerson();
  const { data } = await owner.send(invite, { input: { tenantId: owner.tenantId, email: person.email, role } });
  await person.send(accept, { token: data.inviteMember.token });
  return person;
}

/** An account that steers the deployment, and belongs to no company. */
export async function newOperator(): Promise<Person> {
  const person = await newPerson();
  const { app } = await closedApi();
  await app.tenancy.budget.query('update public.accounts set is_operator = true where email = $1', [person.email]);
  app.access.principals.forget();
  return person;
}

export async function membershipOf(owner: Person, email: string): Promise<string> {
  const { data } = await owner.send(memberships, { id: owner.tenantId });
  return data.tenant.members.nodes.find((member: { account: { email: string } }) => member.account.email === email).id;
}

export const remove = `
  mutation ($id: ID!) { removeMember(input: { id: $id }) { removedMembershipId userErrors { code field } } }`;

export const createKey = `
  mutation ($input: CreateApiKeyInput!) {
    createApiKey(input: $input) { token apiKey { id hint scopes } userErrors { code field message } }
  }`;
