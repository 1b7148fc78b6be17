import type { OnDuplicate } from '../../generated/graphql';
import type { Target } from './columns';
import type { OpenedFile } from './read-file';

/** A file on its way to be an import. */
export interface Plan extends OpenedFile {
  file: File;
  name: string;
  targets: Target[];
  countryCode: string;
  onDuplicate: OnDuplicate;
}
