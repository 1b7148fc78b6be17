import type { Feature } from '../graphql/feature';
import { ViewerResolver } from './viewer.resolver';

export const accessFeature: Feature = { resolvers: [ViewerResolver] };
