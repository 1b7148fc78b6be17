import type { Feature } from '../graphql/feature';
import { ContactFieldsResolver } from './contact-fields.resolver';
import { CustomField } from './custom-field';
import { CustomFieldsChanged } from './custom-field.events';
import { newCustomFieldLoaders } from './custom-field.loaders';
import { purgeFields } from './custom-field.purge';
import { CustomFieldResolver } from './custom-field.resolver';
import { customFieldReads } from './custom-field.sql';

declare module '../database/tables' {
  interface TenantTables {
    custom_fields: string;
  }
}
declare module '../graphql/loaders' {
  interface Loaders extends ReturnType<typeof newCustomFieldLoaders> {}
}
declare module '../events/event' {
  interface LiveEvents {
    customFieldsChanged: CustomField;
  }
}

export const customFieldFeature: Feature = {
  entities: [CustomField],
  tables: ['custom_fields'],
  resolvers: [CustomFieldResolver, ContactFieldsResolver],
  loaders: newCustomFieldLoaders,
  reads: customFieldReads,
  events: {
    customFieldsChanged: { Type: CustomFieldsChanged, load: ({ id }, { customField }) => customField.load(id) },
  },
  guards: { CustomField: 'contacts:read', FieldValue: 'contacts:read' },
  jobs: { purgeCustomFields: purgeFields },
};
