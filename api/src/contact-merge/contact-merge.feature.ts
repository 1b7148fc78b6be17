import type { Feature } from '../graphql/feature';
import { mergeReads } from '../reads/reads';
import { ContactMerge } from './contact-merge';
import { newContactMergeLoaders } from './contact-merge.loaders';
import { ContactMergeResolver, MergesOfContactResolver } from './contact-merge.resolver';
import { contactMergeReads } from './contact-merge.sql';
import { DuplicatePair } from './duplicate';
import { DuplicateResolver, DuplicatesOfContactResolver } from './duplicate.resolver';
import { duplicateReads } from './duplicate.sql';
import { findDuplicatePairs } from './find-duplicates';
import { forgetMerges } from './forget-merges';

declare module '../database/tables' {
  interface TenantTables {
    contact_duplicates: string;
    duplicate_search: string;
    contact_merges: string;
  }
}
declare module '../graphql/loaders' {
  interface Loaders extends ReturnType<typeof newContactMergeLoaders> {}
}

/** Which contacts may be one person, and making them one. */
export const contactMergeFeature: Feature = {
  entities: [DuplicatePair, ContactMerge],
  tables: ['contact_duplicates', 'duplicate_search', 'contact_merges'],
  resolvers: [DuplicateResolver, DuplicatesOfContactResolver, ContactMergeResolver, MergesOfContactResolver],
  loaders: newContactMergeLoaders,
  reads: mergeReads([duplicateReads, contactMergeReads]),
  guards: { DuplicatePair: 'contacts:read', DuplicateHit: 'contacts:read', ContactMerge: 'contacts:read' },
  jobs: { findDuplicates: findDuplicatePairs, forgetMerges },
};
