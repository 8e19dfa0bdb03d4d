import { authorise, personOf } from '../kernel/actor';
import { dayOf, type Day } from '../kernel/calendar';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { refuseMoment } from './exchange-input';
import { lotById, type Lot } from './lot.reader';
import type { StockTakeRow } from './stock-take.entity';
import { holdStockTake, needStockTake, STOCK_TAKE_PATH } from './stock-take.reader';
import { storeOf } from './store.reader';
import { isStaffOf } from './supermarkets.policy';

export interface CountLine {
  /** What stands on the label: a lot of another product has been taken for this one. */
  readonly productId: string;
  readonly lotId: string;
  /** Pieces that were there, 0 to 100,000. */
  readonly pieces: number;
}

export interface RecordCount {
  readonly stockTakeId: string;
  /** When they were counted; left out: now. */
  readonly countedAt?: Date | null;
  readonly lines: readonly CountLine[];
}

const MOST_LINES = 100;
const MOST_PIECES = 100_000;

/**
 * Writes down what was counted of some lots of a store, each lot once in a stock-take (A1; the
 * storekeepers and clerks of its operator). What moves after the moment of the count is no
 * difference. Refuses: `ID_UNKNOWN`, `STOCK_TAKE_DECIDED`, `STOCK_TAKE_CLOSED`, `NO_LINES`,
 * `TOO_MANY_LINES`, `COUNT_RANGE`, `OTHER_COMMUNITY`, `LOT_ELSEWHERE`, `LOT_OF_OTHER_PRODUCT`,
 * `LOT_RECALLED`, `LOT_PAST_ITS_DAY`, `COUNTED_TOO_EARLY`, `OCCURRED_TOO_LONG_AGO`,
 * `OCCURRED_IN_FUTURE`, `COUNTED_BEFORE`.
 */
export async function recordCount(work: UnitOfWork, input: RecordCount): Promise<StockTakeRow> {
  const found = await needStockTake(work, input.stockTakeId);
  const store = await storeOf(work, found);
  authorise(work.actor, isStaffOf(work.actor, store.operatorId));
  const take = await holdStockTake(work, found);
  if (take.state !== 'counting') throw new Refusal('STOCK_TAKE_CLOSED', {}, STOCK_TAKE_PATH);
  const countedAt = input.countedAt ?? work.now;
  refuseMoment(work, countedAt, ['countedAt']);
  refuseEarly(countedAt, take.startedAt, ['countedAt']);
  const lots = await lotsToCount(work, take, input.lines, countedAt);
  await insertCounts(work, take, lots, countedAt);
  return take;
}

function refuseEarly(countedAt: Date, since: Date, path: readonly string[]): void {
  if (countedAt < since) throw new Refusal('COUNTED_TOO_EARLY', {}, path);
}

interface LotToCount {
  readonly lotId: string;
  readonly pieces: number;
  readonly path: readonly string[];
}

async function lotsToCount(
  work: UnitOfWork,
  take: StockTakeRow,
  lines: readonly CountLine[],
  countedAt: Date,
): Promise<LotToCount[]> {
  if (lines.length < 1) throw new Refusal('NO_LINES', {}, ['lines']);
  if (lines.length > MOST_LINES)
    throw new Refusal('TOO_MANY_LINES', { most: MOST_LINES }, ['lines']);
  const { communityId } = take;
  const asked = lines.map(({ productId, lotId, pieces }, i) => {
    const path = ['lines', String(i)];
    if (!Number.isInteger(pieces) || pieces < 0 || pieces > MOST_PIECES)
      throw new Refusal('COUNT_RANGE', { most: MOST_PIECES }, [...path, 'pieces']);
    const idOf = (type: string, text: string, field: string) =>
      sameCommunity(tenantRef(type, text, [...path, field]), communityId, [...path, field]);
    return {
      productId: idOf('Product', productId, 'productId'),
      ...{ lotId: idOf('Lot', lotId, 'lotId'), pieces, path },
    };
  });
  const rows = await lotById.read(
    work.db,
    communityId,
    asked.map(({ lotId }) => lotId),
  );
  const lots = new Map(rows.map((lot) => [lot.id, lot]));
  const { timeZone } = await needPlace(work, communityId, STOCK_TAKE_PATH);
  for (const { lotId, productId, path } of asked) {
    const lot = lots.get(lotId);
    if (!lot) throw new Refusal('ID_UNKNOWN', { type: 'Lot' }, [...path, 'lotId']);
    if (lot.productId !== productId)
      throw new Refusal('LOT_OF_OTHER_PRODUCT', {}, [...path, 'productId']);
    refuseUncountable(lot, take, { countedAt, day: dayOf(countedAt, timeZone) }, [
      ...path,
      'lotId',
    ]);
  }
  return asked;
}

/** What is over is taken off the shelf by writing it off, not by counting it. */
function refuseUncountable(
  lot: Lot,
  take: StockTakeRow,
  { countedAt, day }: { countedAt: Date; day: Day },
  path: readonly string[],
): void {
  if (lot.storeId !== take.storeId) throw new Refusal('LOT_ELSEWHERE', {}, path);
  if (lot.recalledAt) throw new Refusal('LOT_RECALLED', {}, path);
  if (lot.expiresOn !== null && lot.expiresOn < day)
    throw new Refusal('LOT_PAST_ITS_DAY', { expiresOn: lot.expiresOn }, path);
  refuseEarly(countedAt, lot.receivedAt, path);
}

/** A lot is counted once: of two counts nobody could say which holds. */
async function insertCounts(
  work: UnitOfWork,
  { communityId, id }: StockTakeRow,
  lots: readonly LotToCount[],
  countedAt: Date,
): Promise<void> {
  const inserted: { lotId: string }[] = await work.db.query(
    `insert into stock_count (community_id, stock_take_id, lot_id, pieces, counted_at, counted_by)
     select $1, $2, counted.lot_id, counted.pieces, $5, $6
     from unnest($3::uuid[], $4::integer[]) as counted (lot_id, pieces)
     on conflict (community_id, stock_take_id, lot_id) do nothing
     returning lot_id "lotId"`,
    [
      ...[communityId, id, lots.map(({ lotId }) => lotId), lots.map(({ pieces }) => pieces)],
      ...[countedAt, personOf(work.actor)],
    ],
  );
  const taken = new Set(inserted.map(({ lotId }) => lotId));
  const twice = lots.find(({ lotId }) => !taken.delete(lotId));
  if (twice) throw new Refusal('COUNTED_BEFORE', {}, [...twice.path, 'lotId']);
}
