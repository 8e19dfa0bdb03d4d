import { freezeWallet } from '../../../src/credits/freeze-wallet';
import { toGlobalId } from '../../../src/kernel/global-id';
import { addProduct } from '../../../src/supermarkets/add-product';
import { closeStockTake } from '../../../src/supermarkets/close-stock-take';
import type { Lot } from '../../../src/supermarkets/lot.reader';
import { openStore } from '../../../src/supermarkets/open-store';
import { recallLot } from '../../../src/supermarkets/recall-lot';
import { receiveGoods } from '../../../src/supermarkets/receive-goods';
import { recordCount } from '../../../src/supermarkets/record-count';
import { recordExchanges } from '../../../src/supermarkets/record-exchanges';
import { startStockTake } from '../../../src/supermarkets/start-stock-take';
import type { CommunityWorld, World } from '../../support/world';
import { key, type Run } from './furnish';

/** Stock-takes in every stage, each in a store of its own, and lots to call back. */
export interface Counted {
  /** Of the only product here. */
  readonly product: string;
  /** Being counted: one lot is, another is not yet. */
  readonly counting: string;
  readonly uncounted: string;
  /** Closed, with a piece missing. */
  readonly toApprove: string;
  readonly toDecline: string;
  /** A lot in the first of these stores; and one that was called back, with five pieces. */
  readonly toRecall: string;
  readonly recalled: string;
  /** Given by a neighbour whom nobody has thanked. */
  readonly toThank: string;
  /** What a till had done offline and the books refused. */
  readonly task: string;
  /** A resident whose wallet is frozen. */
  readonly frozen: string;
}

export async function countStores(
  run: Run,
  { officer }: World,
  home: CommunityWorld,
  poolId: string,
): Promise<Counted> {
  const communityId = home.place.globalId;
  const { id: productRow } = await run(home.storekeeper, (work) =>
    addProduct(work, { communityId, name: 'Candles', unit: 'box', price: 2 }),
  );
  const product = toGlobalId('Product', home.id, productRow);
  const open = async (code: string) => {
    const { id } = await run(officer, (work) =>
      openStore(work, {
        ...{ communityId, name: `Store ${code}`, code, poolId },
        ...{ operatorId: home.operator.globalId, premisesOwnerId: home.committee.globalId },
      }),
    );
    return toGlobalId('Store', home.id, id);
  };
  const lot = async (storeId: string) => {
    const goods = { storeId, productId: product, quantity: 5, source: 'DONATED' as const };
    const { id }: Lot = await run(home.storekeeper, (work) =>
      receiveGoods(work, { idempotencyKey: key(), ...goods }),
    );
    return toGlobalId('Lot', home.id, id);
  };
  const count = async (code: string, ends: boolean) => {
    const storeId = await open(code);
    const lotId = await lot(storeId);
    const { id } = await run(home.storekeeper, (work) => startStockTake(work, { storeId }));
    const stockTakeId = toGlobalId('StockTake', home.id, id);
    const lines = [{ productId: product, lotId, pieces: 4 }];
    await run(home.clerk, (work) => recordCount(work, { stockTakeId, lines }));
    if (ends) await run(home.storekeeper, (work) => closeStockTake(work, { stockTakeId }));
    return { storeId, stockTakeId };
  };
  const counting = await count('C1', false);
  const recalled = await lot(counting.storeId);
  await run(home.storekeeper, (work) =>
    recallLot(work, { idempotencyKey: key(), lotId: recalled, reason: 'Mould' }),
  );
  const [, frozen] = home.households[3]?.residents ?? [];
  if (!frozen) throw new Error('The households are too small');
  await run(home.cadre, (work) =>
    freezeWallet(work, { residentId: frozen.globalId, reason: 'The card was lost' }),
  );
  const [refused] = await run(home.clerk, (work) =>
    recordExchanges(work, {
      exchanges: [
        {
          ...{ idempotencyKey: key(), storeId: counting.storeId, occurredAt: work.now },
          residentId: frozen.globalId,
          lines: [{ productId: product, quantity: 1 }],
        },
      ],
    }),
  );
  return {
    task: toGlobalId('TillTask', home.id, refused?.task?.id ?? ''),
    frozen: frozen.globalId,
    ...{ product, recalled, counting: counting.stockTakeId },
    uncounted: await lot(counting.storeId),
    toRecall: await lot(counting.storeId),
    toThank: await lot(counting.storeId),
    toApprove: (await count('C2', true)).stockTakeId,
    toDecline: (await count('C3', true)).stockTakeId,
  };
}
