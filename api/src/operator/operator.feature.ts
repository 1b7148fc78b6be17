import type { Feature } from '../graphql/feature';
import { FleetResolver } from './fleet.resolver';
import { FleetTaskResolver } from './fleet-task.resolver';
import { migrateFleet, verifyFleet } from './fleet-work';

export const operatorFeature: Feature = {
  resolvers: [FleetResolver, FleetTaskResolver],
  tasks: { migrateFleet, verifyFleet },
};
