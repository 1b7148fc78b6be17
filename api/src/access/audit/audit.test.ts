import { randomUUID } from 'node:crypto';
import { createKey, newMember, newPerson, type Person } from '../../testing/people';
import { behindTheApi } from '../../testing/test-api';

const log = `
  query ($id: ID!, $first: Int = 25, $after: String, $filter: AuditFilter) {
    tenant(id: $id) {
      auditLog(first: $first, after: $after, filter: $filter) {
        totalCount nodes { action actorId actorName } pageInfo { hasNextPage endCursor }
      }
    }
  }`;
const read = async (ann: Person, filter: object | null, more: object = {}) => {
  const { data } = await ann.send(log, { id: ann.tenantId, filter, ...more });
  return data.tenant.auditLog;
};
const actionsIn = ({ nodes }: { nodes: { action: string }[] }) => nodes.map(({ action }) => action);

test('the audit log is filtered by who, what and when, and pages within that', async () => {
  const ann = await newPerson('Able');
  await newMember(ann, 'MEMBER');
  await ann.send(createKey, { input: { tenantId: ann.tenantId, name: 'Import', scopes: ['contacts:read'] } });
  await behindTheApi(
    `update public.audit_log set created_at = '2026-11-01T12:00:00Z' where tenant_id = $1 and action = 'member.invite'`,
    [ann.tenantId],
  );
  const all = await read(ann, null);
  const byAction = (wanted: string) => all.nodes.find(({ action }: { action: string }) => action === wanted);
  const annsId = byAction('member.invite').actorId;

  const anns = await read(ann, { actorId: annsId });
  const bens = await read(ann, { actorId: byAction('member.join').actorId });
  const keys = await read(ann, { action: ['apiKey.create', 'apiKey.revoke'] });
  const onTheFirst = await read(ann, {
    createdAfter: '2026-11-01T12:00:00Z',
    createdBefore: '2026-11-01T12:00:00.001Z',
  });
  const before = await read(ann, { createdBefore: '2026-11-01T12:00:00Z' });
  const page = await read(ann, { actorId: annsId }, { first: 1 });
  const next = await read(ann, { actorId: annsId }, { first: 1, after: page.pageInfo.endCursor });

  expect(all.totalCount).toBe(3);
  expect(actionsIn(anns)).toEqual(['apiKey.create', 'member.invite']);
  expect(anns.totalCount).toBe(2);
  expect(actionsIn(bens)).toEqual(['member.join']);
  expect(actionsIn(keys)).toEqual(['apiKey.create']);
  expect(actionsIn(onTheFirst)).toEqual(['member.invite']);
  expect(before).toMatchObject({ totalCount: 0, nodes: [] });
  expect([...actionsIn(page), ...actionsIn(next)]).toEqual(['apiKey.create', 'member.invite']);
  expect(next.pageInfo.hasNextPage).toBe(false);
});

test.each([{ actorId: randomUUID() }, { actorId: 'nobody' }, { action: ['no.such'] }, { action: [] }])(
  'nothing meets %j',
  async (filter) => {
    const ann = await newPerson('Able');
    await newMember(ann, 'MEMBER');

    expect(await read(ann, filter)).toMatchObject({ totalCount: 0, nodes: [] });
  },
);

test('text that cannot be stored is refused by the argument’s name', async () => {
  const ann = await newPerson('Able');

  const { errors } = await ann.send(log, { id: ann.tenantId, filter: { action: ['a\u0000'] } });

  expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argumentName: 'filter.action' } });
});
