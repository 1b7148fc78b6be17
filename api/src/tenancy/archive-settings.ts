/** What the operator has set for companies as files. */
export interface ArchiveSettings {
  /** Where what is being sent here lies until it is brought in, and archives unless there is a bucket: one that all machines of the deployment share. */
  folder: string;
  /** Where archives are kept instead. */
  bucket?: BucketSettings;
  /** Units: days. */
  keepDays: number;
  /** Whether each company is kept each night. */
  isNightly: boolean;
}

/** A bucket of a store that speaks S3, which is asked by its path (`ENDPOINT/BUCKET/KEY`). */
export interface BucketSettings {
  name: string;
  /** Shape: `https://HOST[:PORT]`. */
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** What the names of all objects begin with; '' or such that ends with a slash. */
  prefix: string;
}
