import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** How many rows of one table were removed. */
export interface RemovedRows {
  table: string;
  rows: number;
}

/** What is left of a company that was deleted. It names no contact, and nothing that a contact wrote. */
export interface Receipt {
  format: 'atrium-deletion-receipt/1';
  company: { id: string; name: string; slug: string };
  /** Moments are ISO 8601, in UTC. */
  askedAt: string;
  /** An account's id and its name at that time; null for the operator's command line. */
  askedBy: { id: string | null; name: string };
  begunAt: string;
  droppedAt: string;
  removed: {
    schema: string;
    role: string;
    /** Of the company's schema. */
    tables: RemovedRows[];
    /** Of the registry, all that belonged to the company. */
    registry: RemovedRows[];
    /** Elsewhere, such as files: by what it was. */
    outside: { what: string; count: number }[];
  };
  /** What is kept, a sentence each. */
  kept: string[];
  backups: { mayHoldItUntil: string | null; text: string };
}

/** As it is given away: verified by anybody who has the deployment's public key. */
export interface SignedReceipt {
  receipt: Receipt;
  signature: {
    algorithm: 'Ed25519';
    /** Over the receipt as compact JSON (`jq -cj .receipt`), in UTF-8. Base 64. */
    value: string;
    /** PEM (SubjectPublicKeyInfo). Believe it only where it is the one that the deployment shows (`tenants key`). */
    publicKey: string;
  };
}

const bytesOf = (receipt: unknown): Buffer => Buffer.from(JSON.stringify(receipt), 'utf8');

/** `privateKey`: PEM (PKCS #8). */
export function signReceipt(receipt: Receipt, privateKey: string): SignedReceipt {
  const key = createPrivateKey(privateKey);
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  const value = sign(null, bytesOf(receipt), key).toString('base64');
  return { receipt, signature: { algorithm: 'Ed25519', value, publicKey } };
}

/**
 * The receipt, where the key's holder has signed it as it stands. The key in the document itself is not asked.
 * Errors: a sentence that says what is wrong with it.
 */
export function verifyReceipt(document: string, publicKey: string): Receipt {
  const { receipt, signature } = read(document);
  const key = createPublicKey(publicKey);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key is not one of Ed25519.');
  if (!verify(null, bytesOf(receipt), key, Buffer.from(signature.value, 'base64')))
    throw new Error('The signature does not fit: the receipt was changed, or another deployment signed it.');
  return receipt;
}

function read(document: string): SignedReceipt {
  let found: Partial<SignedReceipt> | null;
  try {
    found = JSON.parse(document);
  } catch {
    throw new Error('This is no receipt: it is not JSON.');
  }
  const { receipt, signature } = found ?? {};
  if (receipt?.format !== 'atrium-deletion-receipt/1' || typeof signature?.value !== 'string')
    throw new Error('This is no receipt of the form atrium-deletion-receipt/1.');
  return { receipt, signature };
}
