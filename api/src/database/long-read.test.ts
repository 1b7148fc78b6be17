import { newTenant } from '../testing/new-tenant';
import { testApi } from '../testing/test-api';
import { longRead, longStatement } from './long-read';

const planning = `select current_setting('plan_cache_mode') as planning`;

test('what takes as long as its values say is planned for them, and all else as ever', async () => {
  const { schemaName } = await newTenant();
  const manager = await (await testApi()).app.tenancy.managerOf({ schemaName });

  const [[alone], [within], [short]] = [
    await longStatement<object>(manager, planning, []),
    await longRead(manager, (inside) => inside.query(planning)),
    await manager.query(planning),
  ];

  expect([alone, within, short]).toEqual([
    { planning: 'force_custom_plan' },
    { planning: 'force_custom_plan' },
    { planning: 'auto' },
  ]);
});

test('a long read that fails is told of its own failure', async () => {
  const { schemaName } = await newTenant();
  const manager = await (await testApi()).app.tenancy.managerOf({ schemaName });

  await expect(longStatement(manager, 'select 1 / 0', [])).rejects.toMatchObject({ code: '22012' });
});
