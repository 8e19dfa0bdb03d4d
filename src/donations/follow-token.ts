import { randomBytes } from 'node:crypto';

/** A follow token: the community (16 bytes) and 24 random ones, so that one shard is asked. */
const COMMUNITY_BYTES = 16;
const SECRET_BYTES = 24;

/** Makes the unguessable word by which a giver follows a gift without an account. */
export function newFollowToken(communityId: string): string {
  const community = Buffer.from(communityId.replaceAll('-', ''), 'hex');
  return Buffer.concat([community, randomBytes(SECRET_BYTES)]).toString('base64url');
}

/** The community that a token leads to, or null where it is none of ours. */
export function communityOfToken(token: string): string | null {
  if (!/^[A-Za-z0-9_-]{54}$/.test(token)) return null;
  const raw = Buffer.from(token, 'base64url');
  if (raw.length !== COMMUNITY_BYTES + SECRET_BYTES) return null;
  const hex = raw.subarray(0, COMMUNITY_BYTES).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
