import type { Feature } from '../graphql/feature';
import { FleetResolver } from './fleet.resolver';
import { FleetTaskResolver } from './fleet-task.resolver';
import { migrateFleet } from './migrate-fleet';

export const operatorFeature: Feature = {
  resolvers: [FleetResolver, FleetTaskResolver],
  tasks: { migrateFleet },
};
