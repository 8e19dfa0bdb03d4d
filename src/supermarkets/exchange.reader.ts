import type { EntityManager } from 'typeorm';
import type { Batch } from '../api/context';
import { account } from '../bookkeeping/chart';
import type { DecidedBy } from '../bookkeeping/rules/supermarkets';
import { SEQ_PART, type KeysetList } from '../api/keyset-list';
import type { TenantRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Entry } from '../ledger/entry.reader';
import { accountId } from '../ledger/account-ref';

const RULE = 'goodsExchanged';

/** Pieces of one lot that an exchange gave, and their price in whole credits. */
export interface ExchangedPart {
  readonly communityId: string;
  readonly productId: string;
  readonly lotId: string;
  readonly quantity: number;
  readonly credits: number;
  /** Why they are not of the first lot to expire; null: they are. */
  readonly fefoReason: string | null;
}

/** An exchange, read from its entry; its id is the entry's. */
export interface Exchange {
  readonly communityId: string;
  readonly id: string;
  readonly storeId: string;
  readonly operatorId: string;
  readonly residentId: string;
  readonly householdId: string;
  readonly lines: readonly ExchangedPart[];
  readonly credits: number;
  /** The versions that decided it; null where its entry does not tell. */
  readonly decidedBy: DecidedBy | null;
  /** The person who recorded it; null for the system. */
  readonly actorId: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

/** The facts of the rule as the books keep them. */
interface Facts {
  readonly storeId: string;
  readonly operatorId: string;
  readonly residentId: string;
  readonly householdId: string;
  readonly lines: readonly {
    readonly productId: string;
    readonly lotId: string;
    readonly quantity: { readonly minor: string };
    readonly credits: { readonly minor: string };
    readonly fefoReason?: string;
  }[];
  readonly decidedBy?: DecidedBy;
}

/** What of an entry makes an exchange; its key and fingerprint are nobody's business here. */
export const EXCHANGE = `entry.community_id "communityId", entry.id, entry.facts,
  entry.actor_id "actorId", entry.occurred_at "occurredAt", entry.recorded_at "recordedAt"`;

export type EntryRow = Pick<
  Entry,
  'communityId' | 'id' | 'actorId' | 'occurredAt' | 'recordedAt'
> & {
  readonly facts: unknown;
};

/** The exchange that an entry of its rule is. */
export function toExchange(entry: EntryRow): Exchange {
  const { communityId } = entry;
  const facts = entry.facts as Facts;
  const lines = facts.lines.map(({ productId, lotId, quantity, credits, fefoReason }) => ({
    communityId,
    productId,
    lotId,
    quantity: Number(quantity.minor),
    credits: Number(credits.minor),
    fefoReason: fefoReason ?? null,
  }));
  return {
    communityId,
    id: entry.id,
    storeId: facts.storeId,
    operatorId: facts.operatorId,
    residentId: facts.residentId,
    householdId: facts.householdId,
    lines,
    credits: lines.reduce((sum, line) => sum + line.credits, 0),
    decidedBy: facts.decidedBy ?? null,
    actorId: entry.actorId,
    occurredAt: entry.occurredAt,
    recordedAt: entry.recordedAt,
  };
}

async function exchanges(
  db: EntityManager,
  communityId: string,
  ids: readonly string[],
): Promise<Exchange[]> {
  const entries = await read<EntryRow>(
    db,
    `select ${EXCHANGE} from ledger_entry entry
     where entry.community_id = $1 and entry.id = any ($2) and entry.rule = $3`,
    [communityId, ids, RULE],
  );
  return entries.map(toExchange);
}

export const exchangeById: Batch<Exchange> = { read: exchanges, keyOf: ({ id }) => id };

/** An exchange for a command; an unknown one is refused: `ID_UNKNOWN`. */
export async function needExchange(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<Exchange> {
  const exchange = await work.row(exchangeById, communityId, id);
  if (!exchange) throw new Refusal('ID_UNKNOWN', { type: 'Exchange' }, ['exchangeId']);
  return exchange;
}

/** The account on which all exchanges of a store stand, in the credits of an asset. */
export function redeemedAt(communityId: string, storeId: string, assetId: string): string {
  return accountId(communityId, account('creditsRedeemed', storeId), assetId);
}

/** An exchange in a list, with its place there. */
export interface ListedExchange extends Exchange {
  readonly seq: string;
}

/** No leg of an account comes after it. */
export const NEWEST = '9223372036854775807';

/**
 * The exchanges that stand on an account (`redeemedAt`, a wallet's), newest first. The page walks
 * the account's legs and looks each entry up (the limit keeps the planner from joining first), so
 * that a long history costs nothing.
 */
export const exchangesOn: KeysetList<ListedExchange> = {
  parts: [SEQ_PART],
  keyOf: ({ seq }) => [seq],
  read: async (db, communityId, accountIds, page) => {
    const listed = await read<EntryRow & { ownerId: string; seq: string }>(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select leg.seq, entry.* from ledger_leg leg
         cross join lateral (
           select ${EXCHANGE} from ledger_entry entry
           where entry.community_id = $1 and entry.id = leg.entry_id and entry.rule = $5 limit 1
         ) entry
         where leg.community_id = $1 and leg.account_id = owner.id and leg.seq < $3::bigint
         order by leg.seq desc limit $4
       ) listed
       order by owner.id, listed.seq desc`,
      [communityId, accountIds, page.after?.[0] ?? NEWEST, page.limit, RULE],
    );
    return listed.map((row) => {
      const { ownerId, seq } = row;
      return { ...toExchange(row), ownerId, seq };
    });
  },
};
