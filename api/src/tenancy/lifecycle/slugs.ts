import type { Query } from '../../access/registry-transaction';
import { Refusal, UserErrorCode } from '../../graphql/user-error';
import { slugPattern, takenSlugs } from '../registry';
import { nthSlug, slugFrom } from '../slug';
import type { Tenant } from '../tenant';

/** Any fixed number: a slug is not given to a registration while a company is about to leave it. */
const slugsLock = 4_701_766;

/** Within a registration's transaction: until it ends, no company leaves a slug. */
export const holdSlugs = (query: Query): Promise<unknown[]> =>
  query('select pg_advisory_xact_lock_shared($1)', [slugsLock]);

/** The slug that a company gets by its new name: the one it has where that asks for the same, else the first that is free. */
export async function nextFreeSlug(
  query: Query,
  { id, name: nameBefore, slug }: Pick<Tenant, 'id' | 'name' | 'slug'>,
  name: string,
): Promise<string> {
  const wanted = slugFrom(name);
  if (wanted === slugFrom(nameBefore)) return slug;
  await leaveSlugs(query);
  const rows = await query<{ slug: string }>(takenSlugs, slugPattern(wanted));
  const own = await query<{ slug: string }>('select slug from public.former_slugs where tenant_id = $1', [id]);
  const taken = new Set(rows.map((row) => row.slug));
  for (const row of own) taken.delete(row.slug);
  let n = 1;
  while (taken.has(nthSlug(wanted, n))) n += 1;
  return nthSlug(wanted, n);
}

/**
 * Before the tenant's row gets the new slug: the old one leads on. One that was its own before is taken back.
 * Errors: `Refusal` where another company has it, or had it.
 */
export async function moveSlug(query: Query, { id, slug }: Pick<Tenant, 'id' | 'slug'>, wanted: string): Promise<void> {
  await leaveSlugs(query);
  const others = await query(
    `select 1 from public.tenants where slug = $1 and id <> $2
     union all select 1 from public.former_slugs where slug = $1 and tenant_id is distinct from $2::uuid`,
    [wanted, id],
  );
  if (others.length > 0)
    throw new Refusal({
      code: UserErrorCode.CONFLICT,
      field: ['slug'],
      message: 'Another company has this address, or had it before. Choose another one.',
    });
  await query('delete from public.former_slugs where slug = $1', [wanted]);
  await query('insert into public.former_slugs (slug, tenant_id) values ($1, $2)', [slug, id]);
}

const leaveSlugs = (query: Query): Promise<unknown[]> => query('select pg_advisory_xact_lock($1)', [slugsLock]);
