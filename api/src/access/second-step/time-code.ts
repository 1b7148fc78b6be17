import { generateSecret, generateURI, verify } from 'otplib';

const issuer = 'Atrium';

/** Units: seconds. Clocks of telephones differ: the codes before and after the present one are good as well. */
const toleranceSeconds = 30;

export const newSecret = (): string => generateSecret();

/** What authenticator apps read from a QR code. */
export const uriOf = (secret: string, email: string): string => generateURI({ issuer, label: email, secret });

/** The number of the half minute that the code belongs to; null for any other text. */
export async function timeStepOf(secret: string, code: string, nowMs: number): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(nowMs / 1000);
  const result = await verify({ secret, token: code, epoch, epochTolerance: toleranceSeconds });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
