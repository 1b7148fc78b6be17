import { newTenant } from '../../testing/new-tenant';
import { behindTheApi } from '../../testing/test-api';
import { Activity } from './activity';

const lastActive = async (id: string): Promise<Date | null> => {
  const [row] = await behindTheApi<{ at: Date | null }>(
    'select last_active_at as at from public.tenants where id = $1',
    [id],
  );
  return row?.at ?? null;
};

test('a company that works is known to, once an hour, and one that does not is not', async () => {
  const [busy, idle] = [await newTenant(), await newTenant()];
  const { activity } = busy.api.app.tenancy;
  await busy.createContact();

  await activity.write();
  const first = await lastActive(busy.id);
  await busy.createContact();
  await activity.write();

  expect(first).not.toBeNull();
  expect(await lastActive(busy.id)).toEqual(first);
  expect(await lastActive(idle.id)).toBeNull();
});

test('another process writes no hour twice, and writes the next one', async () => {
  const tenant = await newTenant();
  const other = () => new Activity(tenant.api.app.tenancy.budget);
  const write = async () => {
    const activity = other();
    activity.note(tenant.id);
    await activity.write();
    return lastActive(tenant.id);
  };

  const first = await write();
  const again = await write();
  await behindTheApi(`update public.tenants set last_active_at = now() - interval '61 minutes' where id = $1`, [
    tenant.id,
  ]);
  const later = await write();

  expect(again).toEqual(first);
  expect(later?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? 0);
});
