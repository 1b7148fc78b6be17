import { randomBytes } from 'node:crypto';
import { ScureBase32Plugin } from 'otplib';
import type { Query } from '../registry-transaction';
import { hashOf } from '../token';

const codeCount = 10;
const codeBytes = 10;
const base32 = new ScureBase32Plugin();

/** 80 random bits, as four groups of letters and digits: too many to be guessed back from a plain hash. */
function newRecoveryCode(): string {
  const text = base32.encode(randomBytes(codeBytes)).toLowerCase();
  return text.match(/.{4}/g)?.join('-') ?? text;
}

/** However it was typed. */
const hashOfCode = (code: string): Buffer => hashOf(code.replaceAll(/[^a-z0-9]/gi, '').toLowerCase());

/** New ones, in the place of all others. Shown this once. */
export async function replaceRecoveryCodes(query: Query, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: codeCount }, newRecoveryCode);
  await query('delete from public.recovery_codes where account_id = $1', [accountId]);
  await query('insert into public.recovery_codes (account_id, code_hash) select $1, unnest($2::bytea[])', [
    accountId,
    codes.map(hashOfCode),
  ]);
  return codes;
}

/** Whether it was one; it is none afterwards. Of two at once, one has it. */
export async function useRecoveryCode(query: Query, accountId: string, code: string): Promise<boolean> {
  const used = await query('delete from public.recovery_codes where account_id = $1 and code_hash = $2 returning 1', [
    accountId,
    hashOfCode(code),
  ]);
  return used.length > 0;
}
