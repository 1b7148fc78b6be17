import type { TestTenant } from './new-tenant';

const userErrors = 'userErrors { code field message }';

/** One mutation, by its name: what its payload says of itself, and what is wrong with the input. */
export const mutate = async (tenant: TestTenant, name: string, answer: string, input: object) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const data = await tenant.query(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} ${userErrors} } }`,
    { input },
  );
  return data[name];
};
