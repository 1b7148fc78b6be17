import { auditCsv } from './csv';

const entry = {
  __typename: 'AuditEntry' as const,
  id: '1',
  action: 'member.invite',
  actorName: 'Ann "Able", Ltd.',
  target: '=HYPERLINK("x")',
  address: null,
  requestId: 'r1',
  createdAt: '2026-11-01T09:00:00.000Z',
};

test('what others wrote stays text: quotes are doubled, and no cell is a formula', () => {
  expect(auditCsv([entry]).split('\r\n')).toEqual([
    'createdAt,actorName,action,target,address,requestId',
    '2026-11-01T09:00:00.000Z,"Ann ""Able"", Ltd.",member.invite,"\'=HYPERLINK(""x"")",,r1',
  ]);
});
