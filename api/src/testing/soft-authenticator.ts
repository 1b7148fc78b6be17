import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const flags = { present: 0x01, verified: 0x04, attested: 0x40 };

const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

export interface Circumstances {
  challenge: string;
  origin?: string;
  /** Whether a finger, a face or a PIN was shown. */
  isVerified?: boolean;
}

/** What a browser and a device answer to a WebAuthn question, without either: one passkey, with a counter. */
export class SoftAuthenticator {
  readonly id = base64Url(randomBytes(16));
  counter = 0;
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private userHandle = '';

  constructor(private readonly rpId = 'localhost') {}

  create({ challenge, ...rest }: Circumstances, userId: string): object {
    this.userHandle = userId;
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const publicKey = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Uint8Array.from(Buffer.from(x, 'base64url'))],
        [-3, Uint8Array.from(Buffer.from(y, 'base64url'))],
      ]),
    );
    const id = Buffer.from(this.id, 'base64url');
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, publicKey]);
    const authData = Uint8Array.from(Buffer.concat([this.authData(rest, flags.attested), attested]));
    const attestation = isoCBOR.encode(
      new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', authData],
      ]),
    );
    return this.answer({
      clientDataJSON: clientData('webauthn.create', challenge, rest),
      attestationObject: base64Url(attestation),
      transports: ['internal'],
    });
  }

  get({ challenge, ...rest }: Circumstances): object {
    this.counter += 1;
    const [authData, data] = [this.authData(rest, 0), clientData('webauthn.get', challenge, rest)];
    const signed = Buffer.concat([authData, sha256(Buffer.from(data, 'base64url'))]);
    return this.answer({
      clientDataJSON: data,
      authenticatorData: base64Url(authData),
      signature: base64Url(sign('sha256', signed, this.keys.privateKey)),
      userHandle: this.userHandle,
    });
  }

  private answer(response: object): object {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private authData({ isVerified = true }: Omit<Circumstances, 'challenge'>, more: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const shown = flags.present | (isVerified ? flags.verified : 0) | more;
    return Buffer.concat([sha256(this.rpId), Buffer.from([shown]), counter]);
  }
}

function clientData(
  type: string,
  challenge: string,
  { origin = 'http://localhost:5173' }: Omit<Circumstances, 'challenge'>,
): string {
  return base64Url(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));
}
