import { schemeFor } from '../credits/credit-scheme.reader';
import { authorise } from '../kernel/actor';
import { dayOf, readDay, type Day } from '../kernel/calendar';
import { cityRef, sameCommunity } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { naming, Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needBooks } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import { allowanceClassesIn } from './allowance.reader';
import { GoodsValueRow } from './goods-value.entity';
import { needProduct } from './product.reader';

export interface SetGoodsValue {
  readonly communityId: string;
  /** Either a product, or the code of a class of products. */
  readonly productId?: string | null;
  readonly allowanceClass?: string | null;
  /** Whole credits for a piece. */
  readonly credits: number;
  /** Left out: today. */
  readonly validFrom?: Day | null;
}

const MOST_CREDITS = 10_000;

/**
 * Sets what a piece of a product, or of a class of products, earns a resident who gives it, from a
 * day on, never before today (A1; officers of the place). What was given before keeps its value.
 * Refuses: `ID_UNKNOWN`, `KEEPS_NO_BOOKS`, `PRODUCT_OR_CLASS`, `OTHER_COMMUNITY`,
 * `GOODS_VALUE_RANGE`, `GOODS_VALUE_IN_PAST`, `DAY_UNREADABLE`, `NO_SCHEME`.
 */
export async function setGoodsValue(work: UnitOfWork, input: SetGoodsValue): Promise<PlaceRow> {
  const path = ['communityId'];
  const books = await needBooks(work, cityRef('Place', input.communityId, path), path);
  authorise(work.actor, isOfficer(work.actor, books));
  const about = await readAbout(work, books, input);
  const { credits } = input;
  if (!Number.isInteger(credits) || credits < 1 || credits > MOST_CREDITS)
    throw new Refusal('GOODS_VALUE_RANGE', { most: MOST_CREDITS }, ['credits']);
  const today = dayOf(work.now, books.timeZone);
  const validFrom = readDay(input.validFrom ?? today, ['validFrom']);
  if (validFrom < today) throw new Refusal('GOODS_VALUE_IN_PAST', { today }, ['validFrom']);
  const scheme = await naming(path, () => schemeFor(work.db, books));
  await work.db.insert(GoodsValueRow, {
    ...{ communityId: books.id, id: newId(), schemeId: scheme.id, ...about, validFrom, credits },
    ...{ setBy: work.actor.personId, setAt: work.now },
  });
  return books;
}

async function readAbout(
  work: UnitOfWork,
  books: PlaceRow,
  { productId, allowanceClass }: SetGoodsValue,
): Promise<{ productId: string | null; classId: string | null }> {
  const given = [productId, allowanceClass].filter(Boolean);
  if (given.length !== 1) throw new Refusal('PRODUCT_OR_CLASS', {}, ['productId']);
  if (productId) {
    const product = await needProduct(work, productId, ['productId']);
    return { productId: sameCommunity(product, books.id, ['productId']), classId: null };
  }
  const classes = await allowanceClassesIn(work.db, books.id);
  const found = classes.find(({ code }) => code === allowanceClass);
  if (!found) throw new Refusal('ID_UNKNOWN', { type: 'AllowanceClass' }, ['allowanceClass']);
  return { productId: null, classId: found.id };
}
