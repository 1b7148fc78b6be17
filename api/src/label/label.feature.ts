import type { Feature } from '../graphql/feature';
import { Label } from './label';
import { LabelsChanged } from './label.events';
import { newLabelLoaders } from './label.loaders';
import { LabelResolver } from './label.resolver';
import { labelReads } from './label.sql';

declare module '../database/tables' {
  interface TenantTables {
    labels: string;
    conversation_labels: string;
  }
}
declare module '../graphql/loaders' {
  interface Loaders extends ReturnType<typeof newLabelLoaders> {}
}
declare module '../events/event' {
  interface LiveEvents {
    labelsChanged: Label;
  }
}

export const labelFeature: Feature = {
  entities: [Label],
  tables: ['labels', 'conversation_labels'],
  resolvers: [LabelResolver],
  loaders: newLabelLoaders,
  reads: labelReads,
  events: { labelsChanged: { Type: LabelsChanged, load: ({ id }, { label }) => label.load(id) } },
  guards: { Label: 'conversations:read' },
};
