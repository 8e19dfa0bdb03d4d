import { Refusal } from './refusal';

/** A node as the world names it: its type, the set of books it belongs to (if any), and its id. */
export interface NodeRef {
  readonly type: string;
  /** Null for the few city-wide nouns: people, places, organisations. */
  readonly communityId: string | null;
  readonly id: string;
}

/** A row of one community, as commands receive it. */
export interface TenantRef {
  readonly communityId: string;
  readonly id: string;
}

const hexOf = (uuid: string) =>
  uuid.slice(0, 8) + uuid.slice(9, 13) + uuid.slice(14, 18) + uuid.slice(19, 23) + uuid.slice(24);

/** Each type's name in hexadecimal, with the colon after it. */
const PREFIXES = new Map<string, string>();

function prefixOf(type: string): string {
  const known = PREFIXES.get(type);
  if (known !== undefined) return known;
  const prefix = Buffer.from(`${type}:`).toString('hex');
  PREFIXES.set(type, prefix);
  return prefix;
}

function uuid(raw: Buffer): string {
  const hex = raw.toString('hex');
  return [8, 12, 16, 20, 32].map((end, i) => hex.slice([0, 8, 12, 16, 20][i], end)).join('-');
}

/** Packs a node reference into an opaque id: a lookup by it touches one shard (scaling rule 5). */
export function toGlobalId(type: string, communityId: string | null, id: string): string {
  const hex = prefixOf(type) + (communityId ? hexOf(communityId) : '') + hexOf(id);
  return Buffer.from(hex, 'hex').toString('base64url');
}

/** Reads an opaque id back, or returns null where it is not one of ours. */
export function readGlobalId(text: string): NodeRef | null {
  if (text.length > 200 || !/^[A-Za-z0-9_-]+$/.test(text)) return null;
  const raw = Buffer.from(text, 'base64url');
  const colon = raw.indexOf(0x3a);
  if (colon < 1 || raw.toString('base64url') !== text) return null;
  const type = raw.subarray(0, colon).toString('latin1');
  const rest = raw.subarray(colon + 1);
  if (!/^[A-Z][A-Za-z]*$/.test(type)) return null;
  if (rest.length === 16) return { type, communityId: null, id: uuid(rest) };
  if (rest.length !== 32) return null;
  return { type, communityId: uuid(rest.subarray(0, 16)), id: uuid(rest.subarray(16)) };
}

/** Reads the id of a community's row of the given type; anything else is `ID_UNKNOWN`. */
export function tenantRef(type: string, text: string, path: readonly string[]): TenantRef {
  const ref = readGlobalId(text);
  if (!ref?.communityId || ref.type !== type) throw new Refusal('ID_UNKNOWN', { type }, path);
  return { communityId: ref.communityId, id: ref.id };
}

/** Reads the id of a city-wide row of the given type; anything else is `ID_UNKNOWN`. */
export function cityRef(type: string, text: string, path: readonly string[]): string {
  const ref = readGlobalId(text);
  if (!ref || ref.communityId || ref.type !== type) throw new Refusal('ID_UNKNOWN', { type }, path);
  return ref.id;
}

/** Refuses a row of another community than the one the command works in: `OTHER_COMMUNITY`. */
export function sameCommunity(
  ref: TenantRef,
  communityId: string,
  path: readonly string[],
): string {
  if (ref.communityId !== communityId) throw new Refusal('OTHER_COMMUNITY', {}, path);
  return ref.id;
}
