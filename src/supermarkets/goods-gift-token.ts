import { hash, randomBytes } from 'node:crypto';

/** The community (16 bytes), so that one shard is asked, and 32 random ones. */
const COMMUNITY_BYTES = 16;
const SECRET_BYTES = 32;

/** Makes the unguessable word by which a giver of goods follows them without an account. */
export function newGoodsToken(communityId: string): string {
  const community = Buffer.from(communityId.replaceAll('-', ''), 'hex');
  return Buffer.concat([community, randomBytes(SECRET_BYTES)]).toString('base64url');
}

/** The community that a word leads to, or null where it is none of ours. */
export function communityOfGoodsToken(token: string): string | null {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return null;
  const hex = Buffer.from(token, 'base64url').subarray(0, COMMUNITY_BYTES).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What is kept of a word: as it is random, one plain hash is enough. */
export function hashGoodsToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
