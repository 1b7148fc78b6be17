import { TaskFailure } from '../../task/tasks';
import type { BucketSettings } from '../../tenancy/archive-settings';
import type { Tenancy } from '../../tenancy/tenancy';
import type { ArchiveStore } from './archive-store';
import { BucketStore } from './bucket-store';
import { FolderStore } from './folder-store';

/** One client, with its connections, for all who use the same bucket. */
const byBucket = new WeakMap<BucketSettings, BucketStore>();

/** The bucket that the operator has named, or else the folder. Errors: `TaskFailure` where there is neither. */
export function storeOf({ archives }: Pick<Tenancy, 'archives'>): ArchiveStore {
  if (!archives)
    throw new TaskFailure('This deployment has no place for archives; its operator can give it one (ARCHIVE_DIR).');
  const { bucket, folder } = archives;
  if (!bucket) return new FolderStore(folder);
  const known = byBucket.get(bucket) ?? new BucketStore(bucket);
  byBucket.set(bucket, known);
  return known;
}
