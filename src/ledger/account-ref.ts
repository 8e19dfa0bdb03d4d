import { derivedId } from '../kernel/id';

/** An account as a posting names it; the ledger opens it when it is new. */
export interface AccountRef {
  readonly kind: string;
  readonly holderId: string;
  readonly about: string;
  /** 1: grows by debits; -1: grows by credits. */
  readonly normalSide: 1 | -1;
  /** True: its balance may not go below zero. */
  readonly floored: boolean;
}

/** The ids of accounts that were named lately: each costs a hash, and the till names the same. */
const KNOWN = new Map<string, string>();
const MOST_KNOWN = 100_000;

/** An account's id follows from what it is, so that nothing is looked up before posting. */
export function accountId(communityId: string, ref: AccountRef, assetId: string): string {
  const name = `${ref.kind}/${ref.holderId}/${ref.about}/${assetId}`;
  const known = KNOWN.get(communityId + name);
  if (known !== undefined) return known;
  const id = derivedId(communityId, name);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(communityId + name, id);
  return id;
}
