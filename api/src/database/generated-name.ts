/** Only what provisioning generated ever reaches SQL as an identifier. */
const generatedName = /^t_[a-z0-9]{1,60}$/;

/** Errors: where it is not of the form of a tenant's schema and role. */
export function requireGenerated(name: string): string {
  if (generatedName.test(name)) return name;
  throw new Error(`expected a generated role or schema name, got ${JSON.stringify(name)}`);
}
