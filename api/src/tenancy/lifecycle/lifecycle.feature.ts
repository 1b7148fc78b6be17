import type { Feature } from '../../graphql/feature';
import type { FleetJob } from '../../jobs/jobs';
import { LifecycleResolver } from './lifecycle.resolver';
import { Receipts } from './receipts';

const lookEveryMs = 60_000;
const atMost = 20;

/** Whatever has come to its end; one that fails keeps none of the others from it. */
const endCompanies: FleetJob = async ({ tenancy, lifecycle, post, now }) => {
  const failures: unknown[] = [];
  for (const id of await lifecycle.listDue(atMost)) await lifecycle.drop(id).catch((error) => failures.push(error));
  await new Receipts(tenancy).mail((to, mail) => post.sendDeletionReceipt(to, mail));
  if (failures.length > 0) throw failures[0];
  return new Date(now.getTime() + lookEveryMs);
};

export const lifecycleFeature: Feature = {
  resolvers: [LifecycleResolver],
  fleetJobs: { endCompanies },
};
