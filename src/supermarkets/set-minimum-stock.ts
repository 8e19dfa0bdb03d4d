import { authorise, personOf } from '../kernel/actor';
import { dayOf, readDay, type Day } from '../kernel/calendar';
import { sameCommunity } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { MinimumStockRow } from './minimum-stock.entity';
import { needProduct } from './product.reader';
import type { StoreRow } from './store.entity';
import { needStore } from './store.reader';
import { isStorekeeperOf } from './supermarkets.policy';

export interface SetMinimumStock {
  readonly storeId: string;
  readonly productId: string;
  /** Pieces that the store shall always have, 0 to 100,000. */
  readonly pieces: number;
  /** Left out: today. */
  readonly validFrom?: Day | null;
}

const MOST_PIECES = 100_000;

/**
 * Sets how much of a product a store shall always have, from a day on, never before today (A1;
 * storekeepers of its operator); 0 ends it. Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY`,
 * `MINIMUM_RANGE`, `DAY_UNREADABLE`, `MINIMUM_IN_PAST`.
 */
export async function setMinimumStock(work: UnitOfWork, input: SetMinimumStock): Promise<StoreRow> {
  const store = await needStore(work, input.storeId, ['storeId']);
  const { communityId, id: storeId } = store;
  authorise(work.actor, isStorekeeperOf(work.actor, store.operatorId));
  const product = await needProduct(work, input.productId, ['productId']);
  const productId = sameCommunity(product, communityId, ['productId']);
  const { pieces } = input;
  if (!Number.isInteger(pieces) || pieces < 0 || pieces > MOST_PIECES)
    throw new Refusal('MINIMUM_RANGE', { most: MOST_PIECES }, ['pieces']);
  const { timeZone } = await needPlace(work, communityId, ['storeId']);
  const today = dayOf(work.now, timeZone);
  const validFrom = readDay(input.validFrom ?? today, ['validFrom']);
  if (validFrom < today) throw new Refusal('MINIMUM_IN_PAST', { today }, ['validFrom']);
  await work.db.insert(MinimumStockRow, {
    ...{ communityId, id: newId(), storeId, productId, validFrom, pieces },
    ...{ setBy: personOf(work.actor), setAt: work.now },
  });
  return store;
}
