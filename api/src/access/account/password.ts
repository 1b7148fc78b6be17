import { hash, verify } from '@node-rs/argon2';
import { Semaphore } from 'async-mutex';

/** Each takes 19 MB and half a core for 50 ms: more at once would keep everything else waiting. */
const atOnce = new Semaphore(2);

/** argon2id with the parameters that OWASP recommends, which are the library's defaults. */
export const hashPassword = (password: string): Promise<string> => atOnce.runExclusive(() => hash(password));

let nobodys: Promise<string> | null = null;

/** Takes as long where there is no account, or one without a password, as where there is. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password');
  const known = passwordHash ?? (await nobodys);
  const isRight = await atOnce.runExclusive(() => verify(known, password));
  return isRight && passwordHash !== null;
}
