import { randomBytes } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';

const SUITE = RSABSSA.SHA384.PSS.Deterministic();

/** What a voter's device holds while it waits for the signature under its token. */
export interface Blinded {
  readonly token: Buffer;
  readonly blindedToken: string;
  unblind(blindSignature: Buffer): Promise<string>;
}

/** The device's half of the protocol (RFC 9474), by a library that shares nothing with ours. */
export async function blind({
  publicKey,
}: {
  readonly publicKey: Buffer | null;
}): Promise<Blinded> {
  if (!publicKey) throw new Error('A roll call signs no tokens');
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const spki = new Uint8Array(publicKey);
  const key = await crypto.subtle.importKey('spki', spki, algorithm, true, ['verify']);
  const token = randomBytes(32);
  const { blindedMsg, inv } = await SUITE.blind(key, token);
  return {
    token,
    blindedToken: Buffer.from(blindedMsg).toString('base64url'),
    unblind: async (signed) =>
      Buffer.from(await SUITE.finalize(key, token, signed, inv)).toString('base64url'),
  };
}
