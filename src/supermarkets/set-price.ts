import { authorise } from '../kernel/actor';
import { newId } from '../kernel/id';
import { isMandated, momentOf } from '../kernel/mandate';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { refuseReserved } from '../society/refuse-reserved';
import { mayOffer, readPrice } from './add-product';
import { ProductPriceRow } from './product-price.entity';
import type { ProductRow } from './product.entity';
import { needProduct } from './product.reader';

export interface SetPrice {
  readonly productId: string;
  /** Whole credits for a piece. */
  readonly price: number;
  /** From when on; left out: now. */
  readonly from?: Date | null;
}

/**
 * Sets a product's price from a moment on, never before now: what was exchanged, or is recorded
 * late, keeps the price of its time (officers of the place and storekeepers of its stores, or a
 * resolution). Refuses: `ID_UNKNOWN`, `RESOLUTION_NEEDED`, `PRICE_RANGE`, `PRICE_IN_PAST`.
 */
export async function setPrice(work: UnitOfWork, input: SetPrice): Promise<ProductRow> {
  const product = await needProduct(work, input.productId, ['productId']);
  const { communityId } = product;
  const mandated = isMandated(work, 'setPrice', input);
  const at = await needPlace(work, communityId, ['productId']);
  authorise(work.actor, mandated || (await mayOffer(work, at)));
  await refuseReserved(work, communityId, 'setPrice', input);
  const credits = readPrice(input.price);
  const validFrom = momentOf(work, input.from, mandated);
  if (validFrom < work.now) throw new Refusal('PRICE_IN_PAST', {}, ['from']);
  await work.db.insert(ProductPriceRow, {
    ...{ communityId, id: newId(), productId: product.id, validFrom, credits },
    ...{ setBy: work.actor.personId, setAt: work.now },
  });
  return product;
}
