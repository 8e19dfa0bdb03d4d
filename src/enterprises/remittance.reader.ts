import type { Batch } from '../api/context';
import { SEQ_PART, type KeysetList } from '../api/keyset-list';
import { amount, total, type Amount } from '../kernel/amount';
import { currency, type Currency } from '../kernel/currency';
import { read } from '../kernel/read';
import { entriesById, type Entry } from '../ledger/entry.reader';

/** Money that arrived for a declaration, and how it was split: its entry, read as a noun. */
export interface Remittance {
  readonly communityId: string;
  /** The id of the entry in the books where it arrived. */
  readonly id: string;
  readonly declarationId: string;
  readonly planId: string;
  readonly amount: Amount;
  readonly receivedAt: Date;
  readonly recordedAt: Date;
  readonly shares: readonly RemittanceShare[];
}

export interface RemittanceShare {
  readonly booksId: string;
  readonly poolId: string;
  readonly amount: Amount;
}

/** The facts of `surplusRemitted` as they stand in the books. */
interface Facts {
  readonly declarationId: string;
  readonly planId: string;
  readonly parts: readonly {
    readonly booksId: string;
    readonly shares: readonly {
      readonly poolId: string;
      readonly amount: { readonly asset: Currency; readonly minor: string };
    }[];
  }[];
}

const RULE = 'surplusRemitted';
type RemittanceEntry = Pick<Entry, 'communityId' | 'id' | 'facts' | 'occurredAt' | 'recordedAt'>;

export function toRemittance(entry: RemittanceEntry): Remittance {
  const facts = entry.facts as unknown as Facts;
  const shares = facts.parts.flatMap((part) =>
    part.shares.map(({ poolId, amount: { asset, minor } }) => ({
      booksId: part.booksId,
      poolId,
      amount: amount(currency(asset), BigInt(minor)),
    })),
  );
  return {
    communityId: entry.communityId,
    id: entry.id,
    declarationId: facts.declarationId,
    planId: facts.planId,
    amount: total(shares.map((share) => share.amount)),
    receivedAt: entry.occurredAt,
    recordedAt: entry.recordedAt,
    shares,
  };
}

export const remittanceById: Batch<Remittance> = {
  read: async (db, communityId, ids) => {
    const entries = await entriesById(db, communityId, ids);
    return entries.filter(({ rule }) => rule === RULE).map(toRemittance);
  },
  keyOf: ({ id }) => id,
};

/**
 * What arrived for each declaration, the latest first; owned by the account of its promise. It is
 * cut per account before entries are joined to anything else.
 */
export const remittancesOfPledge: KeysetList<Remittance & { readonly seq: string }> = {
  read: async (db, communityId, accountIds, { after, limit }) => {
    const rows: (RemittanceEntry & { ownerId: string; seq: string })[] = await read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select leg.seq, entry.community_id "communityId", entry.id, entry.facts,
           entry.occurred_at "occurredAt", entry.recorded_at "recordedAt"
         from ledger_leg leg
         join ledger_entry entry on entry.community_id = $1 and entry.id = leg.entry_id
         where leg.community_id = $1 and leg.account_id = owner.id and leg.seq < $3::bigint
           and entry.rule = '${RULE}'
         order by leg.seq desc limit $4
       ) listed`,
      [communityId, accountIds, after?.[0] ?? '9223372036854775807', limit],
    );
    return rows.map((row) => ({ ...toRemittance(row), ownerId: row.ownerId, seq: row.seq }));
  },
  keyOf: ({ seq }) => [seq],
  parts: [SEQ_PART],
};
