import { personOf } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { Refusal } from '../kernel/refusal';
import { ownRequest, request, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Draft } from '../ledger/draft';
import { draft, record, recordedBefore } from '../bookkeeping/record';
import { STOCK } from '../bookkeeping/rules/stock';
import { unmarkEmptied } from './emptied-lots';
import { lotById } from './lot.reader';
import { countedLots, type CountedLot } from './stock-count.reader';
import { stockTakeToDecide } from './stock-take-decision';
import { StockTakeRow } from './stock-take.entity';
import {
  lockStockTake,
  needStockTake,
  refuseDecidedTake,
  STOCK_TAKE_PATH,
} from './stock-take.reader';
import { goodsAsset } from './supermarket-assets';

export interface ApproveStockTake {
  readonly idempotencyKey: string;
  readonly stockTakeId: string;
}

/**
 * A second person lets the books follow what was counted (A1; storekeepers of the operator and the
 * treasurer of the foundation behind the store's pool, never who started it): one entry for what is
 * missing and one for what was found, today, for a period that is over is not edited.
 * Refuses: `ID_UNKNOWN`, `SECOND_PERSON_NEEDED`, `STOCK_TAKE_DECIDED`, `STOCK_TAKE_NOT_CLOSED`,
 * `LOT_MOVED`, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function approveStockTake(
  work: UnitOfWork,
  input: ApproveStockTake,
): Promise<StockTakeRow> {
  const asked = request('approveStockTake', input);
  const found = await stockTakeToDecide(work, input.stockTakeId);
  // Held first: the same request may be at it this moment, and both are told how it ended.
  const take = await lockStockTake(work, found);
  const { communityId, id } = take;
  if (await recordedBefore(work, communityId, asked)) return take;
  const decidedBy = personOf(work.actor);
  // Where nothing differed, no entry tells a repeat from a second approval.
  if (take.state === 'approved' && take.decidedBy === decidedBy) return take;
  refuseDecidedTake(take);
  if (take.startedBy === decidedBy) throw new Refusal('SECOND_PERSON_NEEDED', {}, STOCK_TAKE_PATH);
  if (take.state !== 'closed') throw new Refusal('STOCK_TAKE_NOT_CLOSED', {}, STOCK_TAKE_PATH);
  await adjust(work, take, asked);
  const decided = { state: 'approved', decidedBy, decidedAt: work.now } as const;
  await work.db.update(StockTakeRow, { communityId, id }, decided);
  return await needStockTake(work, input.stockTakeId);
}

/**
 * Posts the differences as they were closed, and then, with the lots' accounts held by the posting,
 * sees whether they still are what they were: what was sent in late would count twice.
 */
async function adjust(work: UnitOfWork, take: StockTakeRow, asked: Request): Promise<void> {
  const counted = await countedLots(work.db, take);
  const found = counted.filter(({ pieces, book }) => pieces > (book ?? pieces));
  await unmarkEmptied(
    work,
    take.communityId,
    found.map(({ lotId }) => lotId),
  );
  const drafts = draftsOf(work, take, counted, asked);
  const { communityId } = take;
  if (drafts.length > 0)
    await record(work, communityId, ...drafts).catch(async (error: unknown) => {
      // More has left a lot since it was counted than was there.
      if (!(error instanceof Refusal) || error.code !== 'OUT_OF_STOCK') throw error;
      throw await lotMoved(work, communityId, String(error.facts.holderId));
    });
  const late = (await countedLots(work.db, take)).find(({ book, bookNow }) => book !== bookNow);
  if (late) throw await lotMoved(work, communityId, late.lotId);
}

async function lotMoved(work: UnitOfWork, communityId: string, lotId: string): Promise<Refusal> {
  const [lot] = await lotById.read(work.db, communityId, [lotId]);
  return new Refusal('LOT_MOVED', { lot }, STOCK_TAKE_PATH);
}

function draftsOf(
  work: UnitOfWork,
  take: StockTakeRow,
  counted: readonly CountedLot[],
  asked: Request,
): Draft[] {
  const lines = counted.flatMap(({ lotId, productId, pieces, book }) => {
    const more = pieces - (book ?? pieces);
    if (more === 0) return [];
    return { more, line: { lotId, quantity: amount(goodsAsset(productId), Math.abs(more)) } };
  });
  return [
    { rule: STOCK.stockMissing, lines: lines.filter(({ more }) => more < 0) },
    { rule: STOCK.stockFound, lines: lines.filter(({ more }) => more > 0) },
  ]
    .filter((part) => part.lines.length > 0)
    .map((part, i) => {
      const facts = {
        ...{ stockTakeId: take.id, storeId: take.storeId },
        lines: part.lines.map(({ line }) => line),
      };
      const key = i === 0 ? asked : ownRequest(`approveStockTake/${take.id}/found`);
      return draft(part.rule, facts, { request: key, occurredAt: work.now });
    });
}
