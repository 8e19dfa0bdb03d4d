import type { EntityManager } from 'typeorm';
import type { GroupBatch } from '../api/context';
import { read } from '../kernel/read';
import { lotById, type Lot } from '../supermarkets/lot.reader';
import { byBooks } from '../supermarkets/onward-lots';
import { sentOn, type SentOn } from './sent-on.reader';
import { zoneOf } from './zone';

/** What may become of goods; `missing`: whatever only a stock-take saw. */
export type GoodsStage = 'on_shelf' | 'exchanged' | 'missing' | 'recalled' | 'written_off' | 'sent';

/** By which rules goods leave their lots, and come back to them; by any other: a stock-take's. */
const STAGE_OF: Readonly<Record<string, GoodsStage>> = {
  goodsExchanged: 'exchanged',
  lotRecalled: 'recalled',
  goodsWrittenOff: 'written_off',
};

/** By these they go to other stores, and come back: that is told from the transfers. */
const SENDING: readonly string[] = ['goodsSent', 'goodsCameBack'];

/** What became of some pieces of a lot. */
export interface FollowedGoods {
  readonly communityId: string;
  readonly lotId: string;
  readonly pieces: number;
  readonly stage: GoodsStage;
  /** `2026-03`; null on the shelf, and for what went before all that is listed. */
  readonly month: string | null;
}

/** A lot is told from so many of its latest lines; what went before them is one part. */
export const MOST_LINES = 2000;

interface Month {
  readonly lotId: string;
  readonly month: string;
  readonly stage: GoodsStage;
  readonly pieces: number;
  readonly lines: string;
}

/**
 * Where goods went, by month: nobody learns who got them, nor on which day. What a voided exchange
 * put back counts in the month of the exchange, as if it had not been; what a stock-take found is
 * less that is missing. Goods that were sent to another store are followed there.
 */
export const goodsFollowed: GroupBatch<FollowedGoods> = {
  many: true,
  read: (db, communityId, lotIds) => followGoods(db, communityId, lotIds, new Map()),
  keyOf: ({ lotId }) => lotId,
};

async function followGoods(
  db: EntityManager,
  communityId: string,
  lotIds: readonly string[],
  zones: Map<string, string>,
): Promise<FollowedGoods[]> {
  const lots = await lotById.read(db, communityId, lotIds);
  const zone = zones.get(communityId) ?? (await zoneOf(db, communityId));
  zones.set(communityId, zone);
  const months = await monthsOf(db, communityId, lotIds, zone);
  const sent = await sentOn(db, communityId, lotIds, zone);
  const there = await followThere(db, sent, zones);
  return lots.flatMap((lot) => {
    const own = sent.filter(({ lotId }) => lotId === lot.id);
    const parts = [
      ...leftHere(
        lot,
        months.filter(({ lotId }) => lotId === lot.id),
        own,
      ),
      ...own.flatMap((each) => elsewhere(each, there)),
    ];
    return summedUp(parts).map((part) => ({ ...part, communityId, lotId: lot.id }));
  });
}

type Part = Pick<FollowedGoods, 'pieces' | 'stage' | 'month'>;

/** What became of a lot's pieces in its own store. */
function leftHere(
  { quantity, stock }: Lot,
  own: readonly Month[],
  sent: readonly SentOn[],
): Part[] {
  // The first of months that were cut off is not known in full.
  const cut = Number(own[0]?.lines) > MOST_LINES ? own[0]?.month : null;
  const told = own.filter(({ month }) => month !== cut);
  const given = told.reduce((sum, { pieces }) => sum + pieces, 0);
  const left = sent.reduce((sum, each) => sum + each.left, 0);
  return [
    { stage: 'exchanged', pieces: quantity - stock - given - left, month: null },
    ...told,
    { stage: 'on_shelf', pieces: stock, month: null },
  ];
}

/** What became of pieces that went to another store. */
function elsewhere(
  { toLotId, onTheWay, lost, sentIn, lostIn }: SentOn,
  there: ReadonlyMap<string, readonly Part[]>,
): Part[] {
  return [
    { stage: 'sent', pieces: onTheWay, month: sentIn },
    { stage: 'written_off', pieces: lost, month: lostIn },
    ...(toLotId ? (there.get(toLotId) ?? []) : []),
  ];
}

/** Follows what arrived in other stores, one set of books after the other, as far as it went. */
async function followThere(
  db: EntityManager,
  sent: readonly SentOn[],
  zones: Map<string, string>,
): Promise<Map<string, Part[]>> {
  const arrived = sent.flatMap(({ toCommunityId: communityId, toLotId: id }) =>
    id ? [{ communityId, id }] : [],
  );
  const found = new Map<string, Part[]>(arrived.map(({ id }) => [id, []]));
  for (const [communityId, ids] of byBooks(arrived))
    for (const part of await followGoods(db, communityId, ids, zones))
      found.get(part.lotId)?.push(part);
  return found;
}

/** One part for each month and stage; what is on shelves comes last. */
function summedUp(parts: readonly Part[]): Part[] {
  const sums = new Map<string, Part>();
  for (const { pieces, stage, month } of parts) {
    const key = `${stage === 'on_shelf' ? 'shelf' : (month ?? '')} ${stage}`;
    sums.set(key, { pieces: pieces + (sums.get(key)?.pieces ?? 0), stage, month });
  }
  return [...sums]
    .filter(([, { pieces }]) => pieces !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, part]) => part);
}

async function monthsOf(
  db: EntityManager,
  communityId: string,
  lotIds: readonly string[],
  zone: string,
): Promise<Month[]> {
  return await read<Month>(
    db,
    `select listed.holder_id "lotId", to_char(
       coalesce(original.occurred_at, entry.occurred_at) at time zone $3, 'YYYY-MM') as month,
       coalesce($4::jsonb ->> coalesce(original.rule, entry.rule), 'missing') as stage,
       -sum(listed.amount)::integer as pieces, max(listed.lines) as lines
     from (
       select account.holder_id, account.seq as lines, leg.entry_id, leg.amount
       from ledger_account account
       cross join lateral (
         select entry_id, amount from ledger_leg
         where community_id = $1 and account_id = account.id order by seq desc limit ${MOST_LINES}
       ) leg
       where account.community_id = $1 and account.holder_id = any ($2)
         and account.kind = 'lotStock'
     ) listed
     join lot on lot.community_id = $1 and lot.id = listed.holder_id
       and lot.entry_id <> listed.entry_id
     join ledger_entry entry on entry.community_id = $1 and entry.id = listed.entry_id
     left join ledger_entry original
       on original.community_id = $1 and original.id = entry.reversal_of
     where coalesce(original.rule, entry.rule) <> all ($5)
     group by 1, 2, 3 order by 1, 2, 3`,
    [communityId, lotIds, zone, STAGE_OF, SENDING],
  );
}
