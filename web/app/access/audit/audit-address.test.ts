import { auditFilterOf, readAuditAddress, writeAuditAddress } from './audit-address';

const read = (search: string) => readAuditAddress(new URLSearchParams(search));

test('the address says which entries are shown, and is written as short as it can be', () => {
  const search = 'who=ann&what=member.invite&from=2026-11-01&until=2026-11-30';

  expect(writeAuditAddress(read(search)).toString()).toBe(search);
  expect(writeAuditAddress(read('who=&what=+&other=1')).toString()).toBe('');
});

test('both days are included', () => {
  expect(auditFilterOf(read('what=member.invite&from=2026-11-01&until=2026-11-30'))).toEqual({
    action: ['member.invite'],
    createdAfter: '2026-11-01T00:00:00.000Z',
    createdBefore: '2026-12-01T00:00:00.000Z',
  });
  expect(auditFilterOf(read('who=ann'))).toEqual({ actorId: 'ann' });
});

test.each(['', 'from=2026-02-30', 'from=yesterday', 'until=2026-13-01', 'until=20261101'])(
  '%j filters nothing',
  (search) => {
    expect(auditFilterOf(read(search))).toBeNull();
  },
);
