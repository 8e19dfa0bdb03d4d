import { authorise } from '../kernel/actor';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName, readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { openAsset } from '../ledger/asset';
import type { PlaceRow } from '../society/place.entity';
import { needBooks } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import { allowanceClassesIn } from './allowance.reader';
import { readEan } from './ean';
import { ProductPriceRow } from './product-price.entity';
import type { ProductRow } from './product.entity';
import { operatorsIn } from './store.reader';
import { goodsAsset } from './supermarket-assets';
import { isStorekeeperOf } from './supermarkets.policy';

export interface AddProduct {
  readonly communityId: string;
  readonly name: string;
  readonly ean?: string | null;
  readonly unit: string;
  /** Whole credits for a piece. */
  readonly price: number;
  /** The code of the class of goods it belongs to, where households have an allowance. */
  readonly allowanceClass?: string | null;
}

/** So that the largest exchange is still a whole number that every client can hold. */
export const HIGHEST_PRICE = 10_000;

/**
 * Adds a product to what a community's stores offer, with its first price (A1; officers of the
 * place and storekeepers of its stores). Refuses: `ID_UNKNOWN`, `KEEPS_NO_BOOKS`, `TEXT_LENGTH`,
 * `EAN_DIGITS`, `EAN_CHECK_DIGIT`, `EAN_TAKEN`, `PRICE_RANGE`, `ALLOWANCE_UNKNOWN`.
 */
export async function addProduct(work: UnitOfWork, input: AddProduct): Promise<ProductRow> {
  const path = ['communityId'];
  const books = await needBooks(work, cityRef('Place', input.communityId, path), path);
  authorise(work.actor, await mayOffer(work, books));
  const product: ProductRow = {
    communityId: books.id,
    id: newId(),
    name: readName(input.name, ['name']),
    ean: input.ean ? readEan(input.ean, ['ean']) : null,
    unit: readText(input.unit, 20, ['unit']),
    allowanceClassId: await readClass(work, books.id, input.allowanceClass ?? null, [
      'allowanceClass',
    ]),
  };
  const credits = readPrice(input.price);
  const db = await work.begin();
  await openAsset(work, goodsAsset(product.id));
  await insertProduct(work, product);
  await db.insert(ProductPriceRow, {
    ...{ communityId: books.id, id: newId(), productId: product.id, validFrom: work.now, credits },
    ...{ setBy: work.actor.personId, setAt: work.now },
  });
  return product;
}

/** Officers of a place, and storekeepers of an operator who runs a store there. */
export async function mayOffer(work: UnitOfWork, books: PlaceRow): Promise<boolean> {
  if (isOfficer(work.actor, books)) return true;
  const operators = await operatorsIn(work, books.id);
  return operators.some((operatorId) => isStorekeeperOf(work.actor, operatorId));
}

/** Reads a price of 1 to 10,000 whole credits; any other is refused: `PRICE_RANGE`. */
export function readPrice(price: number): number {
  if (!Number.isInteger(price) || price < 1 || price > HIGHEST_PRICE)
    throw new Refusal('PRICE_RANGE', { highest: HIGHEST_PRICE }, ['price']);
  return price;
}

/** A class of goods by its code; an unknown one is refused: `ALLOWANCE_UNKNOWN`. */
export async function readClass(
  work: UnitOfWork,
  communityId: string,
  code: string | null,
  path: readonly string[],
): Promise<string | null> {
  if (code === null) return null;
  const classes = await allowanceClassesIn(work.db, communityId);
  const found = classes.find((each) => each.code === code);
  if (!found) throw new Refusal('ALLOWANCE_UNKNOWN', { given: code.slice(0, 40) }, path);
  return found.id;
}

async function insertProduct(work: UnitOfWork, product: ProductRow): Promise<void> {
  const { communityId, id, name, ean, unit, allowanceClassId } = product;
  const inserted: unknown[] = await work.db.query(
    `insert into product (community_id, id, name, ean, unit, allowance_class_id)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (community_id, ean) do nothing returning id`,
    [communityId, id, name, ean, unit, allowanceClassId],
  );
  if (inserted.length === 0) throw new Refusal('EAN_TAKEN', { ean }, ['ean']);
}
