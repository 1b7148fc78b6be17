/** `t_` and the id in base 32: 28 characters, where PostgreSQL would silently cut a name at 63 bytes. Of the schema and its role. */
export function schemaNameFrom(tenantId: string): string {
  return `t_${BigInt(`0x${tenantId.replaceAll('-', '')}`)
    .toString(32)
    .padStart(26, '0')}`;
}
