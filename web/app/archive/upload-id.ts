/** Of the last file that was chosen, by company: whoever chooses it again, in this tab, goes on with it rather than beginning anew. */
const keyOf = (tenant: string): string => `atrium-upload-${tenant}`;

/** The UUID to send a file under. */
export function uploadIdOf(tenant: string, { name, size, lastModified }: File): string {
  const file = JSON.stringify([name, size, lastModified]);
  const known = read(keyOf(tenant));
  if (known?.file === file) return known.id;
  const id = newUuid();
  write(keyOf(tenant), { file, id });
  return id;
}

/** What is brought in is not gone on with. */
export function forgetUpload(tenant: string): void {
  try {
    sessionStorage.removeItem(keyOf(tenant));
  } catch {
    // A browser may keep nothing for this page: then there is nothing to forget.
  }
}

function read(key: string): { file: string; id: string } | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(key: string, upload: { file: string; id: string }): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(upload));
  } catch {
    // Where nothing is kept, a file that was cut off is sent anew.
  }
}

/** Of version 4. `crypto.randomUUID` is missing on plain HTTP other than localhost. */
function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
