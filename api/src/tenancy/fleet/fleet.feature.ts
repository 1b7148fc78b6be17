import type { Feature } from '../../graphql/feature';
import { ProofResolver } from './proof.resolver';
import { proveIsolation, proveIsolationTask } from './proof-task';

export const fleetFeature: Feature = {
  resolvers: [ProofResolver],
  tasks: { [proveIsolation]: proveIsolationTask },
};
