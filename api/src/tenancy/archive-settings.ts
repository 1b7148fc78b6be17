/** What the operator has set for companies as files. */
export interface ArchiveSettings {
  /** Where they are kept, and what is being sent here until it is brought in: one that all machines of the deployment share. */
  folder: string;
  /** Units: days. */
  keepDays: number;
  /** Whether each company is kept each night. */
  isNightly: boolean;
}
