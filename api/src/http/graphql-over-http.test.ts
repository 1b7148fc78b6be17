import { serverAudits } from 'graphql-http';
import { testApi } from '../testing/test-api';

const audits = serverAudits({ url: async () => `${(await testApi()).url}/graphql` });

test('the audit suite has its 61 audits', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
  const result = await audit.fn();

  expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
});
