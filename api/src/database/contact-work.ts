/** The migration that brought custom fields, labels and notes of contacts, imports, merges and all that contacts are kept by. */
const knownSince = '1765000000000';

/** Whether the tenant has its tables. One that is not there yet is read as if nobody had used them. */
export const hasContactWork = ({ schemaVersion }: { schemaVersion: string }): boolean => schemaVersion >= knownSince;
