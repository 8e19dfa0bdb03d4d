import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';

/**
 * The signer's half of RSABSSA-SHA384-PSS-Deterministic (RFC 9474), by OpenSSL's own operations on
 * keys, in constant time. The other half, blinding and unblinding, is the voter's device's alone.
 */
const MODULUS_BITS = 2048;

/** Bytes of a signature, and of a token in its blinded form. */
export const SIGNATURE_BYTES = MODULUS_BITS / 8;

/** Bytes of a token: random, so that no two devices choose the same (RFC 9474, 6.1). */
export const TOKEN_BYTES = 32;

const SALT_BYTES = 48;

export interface KeyPair {
  readonly publicKey: Buffer;
  readonly signingKey: Buffer;
}

/** Keys for one ballot. */
export async function newKeyPair(): Promise<KeyPair> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: MODULUS_BITS,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return { publicKey, signingKey: privateKey };
}

/**
 * Signs a blinded token without learning anything of it; null where it is none for this key. What
 * was computed is checked before it is given away: a fault in it would tell the key.
 */
export function blindSign({ publicKey, signingKey }: KeyPair, blinded: Buffer): Buffer | null {
  if (blinded.length !== SIGNATURE_BYTES) return null;
  const padding = constants.RSA_NO_PADDING;
  const key = createPrivateKey({ key: signingKey, format: 'der', type: 'pkcs8' });
  const open = createPublicKey({ key: publicKey, format: 'der', type: 'spki' });
  const modulus = Buffer.from(open.export({ format: 'jwk' }).n ?? '', 'base64url');
  if (Buffer.compare(blinded, modulus) >= 0) return null;
  const signature = privateDecrypt({ key, padding }, blinded);
  if (!publicEncrypt({ key: open, padding }, signature).equals(blinded))
    throw new Error('A blind signature came out wrong');
  return signature;
}

/** Whether a token was signed with the key. */
export function isSigned(publicKey: Buffer, token: Buffer, signature: Buffer): boolean {
  const key = createPublicKey({ key: publicKey, format: 'der', type: 'spki' });
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return verify('sha384', token, { key, padding, saltLength: SALT_BYTES }, signature);
}
