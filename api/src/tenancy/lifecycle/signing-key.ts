import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { Query } from '../../access/registry-transaction';

const name = 'receipts';

/**
 * The deployment's key for receipts, made with its first use. PEM (PKCS #8).
 * Within a transaction of the owner: whoever serves requests may not read it.
 */
export async function requireSigningKey(query: Query): Promise<string> {
  const known = await find(query);
  if (known) return known;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  await query(
    `insert into public.signing_keys (name, public_key, private_key) values ($1, $2, $3) on conflict (name) do nothing`,
    [name, publicKey, privateKey],
  );
  // Another process may have been first.
  const made = await find(query);
  if (!made) throw new Error('expected a signing key in the registry');
  return made;
}

/** PEM (SubjectPublicKeyInfo). */
export const publicKeyOf = (privateKey: string): string =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();

async function find(query: Query): Promise<string | undefined> {
  const [row] = await query<{ key: string }>('select private_key as key from public.signing_keys where name = $1', [
    name,
  ]);
  return row?.key;
}
