/** The migration that brought the desk: assignees, labels, priorities and all that agents work with. */
const knownSince = '1764900000000';

/** Whether the tenant has its tables and columns. One that is not there yet is read as if nobody had used them. */
export const hasDesk = ({ schemaVersion }: { schemaVersion: string }): boolean => schemaVersion >= knownSince;
