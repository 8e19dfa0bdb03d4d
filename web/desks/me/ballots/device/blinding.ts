import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { toBytes, toText } from './bytes';

const SUITE = RSABSSA.SHA384.PSS.Deterministic();
const TOKEN_BYTES = 32;
const SALT_BYTES = 48;

/** A key as WebCrypto holds it, in a browser and elsewhere. */
export type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** The key of a ballot, as it is published: SPKI in base64url. */
export async function keyOf(publicKey: string): Promise<Key> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  return await crypto.subtle.importKey('spki', toBytes(publicKey), algorithm, true, ['verify']);
}

export interface Blinded {
  readonly token: string;
  readonly blindedToken: string;
  readonly unblinder: string;
}

/** Chooses a token and blinds it (RFC 9474): what is signed is not what will be cast. */
export async function blind(publicKey: string): Promise<Blinded> {
  const token = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES));
  const { blindedMsg, inv } = await SUITE.blind(await keyOf(publicKey), token);
  return { token: toText(token), blindedToken: toText(blindedMsg), unblinder: toText(inv) };
}

/** Takes the blinding off a signature, and checks it: a false one is an error, not a vote. */
export async function unblind(
  publicKey: string,
  { token, unblinder }: Blinded,
  blindSignature: string,
): Promise<string> {
  const [message, signed, inv] = [token, blindSignature, unblinder].map(toBytes);
  if (!message || !signed || !inv) throw new Error('Three texts are three rows of bytes.');
  return toText(await SUITE.finalize(await keyOf(publicKey), message, signed, inv));
}

/** Whether the ballot's key signed a token. */
export async function isSigned(key: Key, token: string, signature: string): Promise<boolean> {
  const algorithm = { name: 'RSA-PSS', saltLength: SALT_BYTES };
  return await crypto.subtle.verify(algorithm, key, toBytes(signature), toBytes(token));
}
