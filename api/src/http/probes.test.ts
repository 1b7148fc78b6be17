import { newTenant } from '../testing/new-tenant';
import { probes, sendProbe } from '../testing/probes';
import { testApi } from '../testing/test-api';

test.each(probes.map((probe) => [probe.name, probe] as const))(
  '%s is refused as the sender’s mistake',
  async (_name, probe) => {
    const tenant = await newTenant();
    const { url } = await testApi();

    const answer = await sendProbe(url, probe, { authorization: `Bearer ${tenant.token}`, 'x-tenant-id': tenant.id });
    const body = await answer.text();

    expect(String(answer.status)).toMatch(/^4/);
    expect(body).not.toMatch(/node_modules|at \w+ \(|Internal server error/);
    expect(body.length).toBeLessThan(20_000);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  },
);
