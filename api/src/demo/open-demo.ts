import type { Tenancy } from '../tenancy/tenancy';
import { openDemoAccount, ownDemoCompanies, removeDemoAccount } from './demo-account';
import { demoCompanies } from './demo-companies';
import { seedDemoWhereEmpty } from './seed-demo';

interface DemoOptions {
  /** Off where others than this machine can reach the API: nobody could then keep them out of the demo's account. */
  isOn: boolean;
  dataDir: string;
  say: (line: string) => void;
}

/** The demo companies, in a database that has none, and the account that owns them; or neither. */
export async function openDemo(app: { tenancy: Tenancy }, { isOn, dataDir, say }: DemoOptions): Promise<void> {
  if (!isOn) return removeDemoAccount(app.tenancy, dataDir);
  const ownerId = await openDemoAccount(app.tenancy, dataDir);
  await seedDemoWhereEmpty(app, say, { ownerId });
  await ownDemoCompanies(
    app.tenancy,
    ownerId,
    demoCompanies(new Date()).map(({ name }) => name),
  );
}
