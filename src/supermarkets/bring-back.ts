import { amount } from '../kernel/amount';
import { ownRequest, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { draft, record } from '../bookkeeping/record';
import { STOCK } from '../bookkeeping/rules/stock';
import { TRANSFERS } from '../bookkeeping/rules/transfers';
import { unmarkEmptied } from './emptied-lots';
import { lotById, type Lot } from './lot.reader';
import type { StockTransferRow } from './stock-transfer.entity';
import { goodsAsset } from './supermarket-assets';

/** Pieces of a lot that are on their way. */
export interface OnTheWay {
  readonly lotId: string;
  readonly pieces: number;
}

/** The pieces with the products that the sender's books know them by. */
export async function piecesOnTheWay(
  work: UnitOfWork,
  { communityId }: StockTransferRow,
  some: readonly OnTheWay[],
): Promise<{ readonly lot: Lot; readonly pieces: number }[]> {
  const ids = some.map(({ lotId }) => lotId);
  const lots = new Map((await lotById.read(work.db, communityId, ids)).map((lot) => [lot.id, lot]));
  return some.flatMap(({ lotId, pieces }) => {
    const lot = lots.get(lotId);
    return lot && pieces > 0 ? [{ lot, pieces }] : [];
  });
}

/**
 * Brings pieces that were on their way back to the lots they left. What was called back meanwhile
 * leaves the shelf again at once.
 */
export async function bringBack(
  work: UnitOfWork,
  transfer: StockTransferRow,
  some: readonly OnTheWay[],
  asked: Request,
): Promise<void> {
  const { communityId, id: transferId, storeId } = transfer;
  await unmarkEmptied(
    work,
    communityId,
    some.map(({ lotId }) => lotId),
  );
  const back = await piecesOnTheWay(work, transfer, some);
  const lines = back.map(({ lot, pieces }) => ({
    ...{ lotId: lot.id, quantity: amount(goodsAsset(lot.productId), pieces) },
  }));
  const how = { request: asked, occurredAt: work.now };
  const recalled = lines.filter((_line, i) => back[i]?.lot.recalledAt);
  await record(
    work,
    communityId,
    draft(TRANSFERS.goodsCameBack, { transferId, storeId, lines }, how),
    ...recalled.map((line) =>
      draft(
        STOCK.lotRecalled,
        { storeId, ...line },
        { ...how, request: ownRequest(`recalled-on-return/${transferId}/${line.lotId}`) },
      ),
    ),
  );
}
