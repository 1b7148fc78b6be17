import type { TestTenant } from './new-tenant';
import { behindTheApi } from './test-api';

export type Asked = Record<string, string>;

export const ask = (tenant: TestTenant, asked: Asked, headers: Record<string, string> = {}) =>
  fetch(`${tenant.api.url}/export/contacts?${new URLSearchParams(asked)}`, {
    headers: { 'x-tenant-id': tenant.id, authorization: `Bearer ${tenant.token}`, ...headers },
  });

export const entriesOf = (tenant: TestTenant) =>
  behindTheApi<{ action: string; target: string; actor: string }>(
    `select action, target, actor_name as actor from public.audit_log where tenant_id = $1 and action = 'contacts.export' order by id`,
    [tenant.id],
  );

/** Contacts by the number, made behind the API's back. */
export const fill = (tenant: TestTenant, count: number) =>
  behindTheApi(
    `with made as (
       insert into "${tenant.schemaName}".contacts (id, name, email, metadata)
       select gen_random_uuid(), 'Contact ' || lpad(n::text, 6, '0'), 'c' || n || '@contact.example', jsonb_build_object('note', repeat('x', 400))
       from generate_series(1, $1::int) n returning id
     ) insert into "${tenant.schemaName}".contact_activity (contact_id, last_activity_at) select id, now() from made`,
    [count],
  );
