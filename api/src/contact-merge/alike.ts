import type { TenantTables } from '../database/tables';

/** More than so many are not one person's: what they have in common is the company's own address or number. */
const mostOfReason = 10;
/** Of a company, so many are compared by name. */
const mostColleagues = 500;
/** Of 1: "Jon Smith" and "Jon Smyth" come to 0.54, "Jon Smith" and "Ann Smith" to 0.43. */
const alike = 0.5;

/**
 * Selects id and reasons of the contacts that may be the same person as the one that `alias` is a row of `contacts` of. What an index leads to,
 * and a bounded number of it: an address, a number, the company.
 */
export function alikesOf({ contacts }: TenantTables, alias: string): string {
  const by = (reason: string, condition: string) =>
    `(select d.id, '${reason}' as reason from ${contacts} d where ${condition} and d.id <> ${alias}.id limit ${mostOfReason})`;
  const colleagues = `(select d.id, d.name from ${contacts} d where d.metadata->>'company' = ${alias}.metadata->>'company' limit ${mostColleagues})`;
  return `select found.id, array_agg(found.reason order by found.reason) as reasons from (
      ${by('SAME_EMAIL', `lower(d.email) = lower(${alias}.email)`)}
      union all ${by('SAME_PHONE', `d.phone_e164 = ${alias}.phone_e164`)}
      union all (select d.id, 'SIMILAR_NAME' from ${colleagues} d
        where d.id <> ${alias}.id and public.similarity(d.name, ${alias}.name) >= ${alike} limit ${mostOfReason})
    ) found
    group by found.id order by count(*) desc, found.id limit ${mostOfReason}`;
}
