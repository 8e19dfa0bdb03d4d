import { account } from '../bookkeeping/chart';
import type { Day } from '../kernel/calendar';
import type { Batch } from '../kernel/gather';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { accountId } from '../ledger/account-ref';
import type { LotSource } from './lot.entity';
import type { ProductRow } from './product.entity';
import type { Till } from './till.reader';

/** A lot with something left, as the till sees it. */
export interface LotToTake {
  readonly id: string;
  readonly source: LotSource;
  /** Minor units of the store's pool's currency for a piece; null for what was given. */
  readonly unitCost: bigint | null;
  readonly expiresOn: Day | null;
  readonly stock: number;
}

/** A product with its price at the moment and its good lots, first expiring first. */
export interface Offered extends ProductRow {
  readonly credits: number;
  /** The version of the price. */
  readonly priceId: string;
  /** Whether the household's allowance of its class is open in the month. */
  readonly allowanceOpen: boolean;
  readonly lots: readonly LotToTake[];
}

/** A price in credits and the millisecond from which it holds, the latest first. */
interface DatedPrice {
  readonly id: string;
  readonly from: number;
  readonly credits: number;
}

/** A product on a store's shelf; every customer of the day finds the same. */
interface Shelved extends ProductRow {
  readonly asked: string;
  readonly prices: readonly DatedPrice[];
  readonly lots: readonly (Omit<LotToTake, 'unitCost'> & { readonly unitCost: string | null })[];
}

/**
 * Keys are `store product day`. Prices reach back behind the earliest moment that a till may still
 * send in; each lot's stock is that of its account.
 */
const shelved: Batch<Shelved> = {
  read: (db, communityId, asked) => {
    const parts = asked.map((each) => each.split(' '));
    return read(
      db,
      `select asked.asked, product.community_id "communityId", product.id, product.name,
         product.ean, product.unit, product.allowance_class_id "allowanceClassId",
         coalesce(listed.prices, '[]') as prices, coalesce(good.lots, '[]') as lots
       from unnest($2::text[], $3::uuid[], $4::uuid[], $5::date[])
         as asked (asked, store_id, product_id, day)
       join product on product.community_id = $1 and product.id = asked.product_id
       left join lateral (
         select json_agg(json_build_object('id', price.id, 'from', extract(epoch from price.valid_from) * 1000,
           'credits', price.credits) order by price.valid_from desc, price.id desc) as prices
         from product_price price
         where price.community_id = $1 and price.product_id = product.id
           and price.valid_from >= coalesce((
             select max(early.valid_from) from product_price early
             where early.community_id = $1 and early.product_id = product.id
               and early.valid_from <= asked.day - 4), '-infinity')
       ) listed on true
       left join lateral (
         select json_agg(json_build_object('id', lot.id, 'source', lot.source,
           'unitCost', lot.unit_cost::text, 'expiresOn', lot.expires_on, 'stock', lot.stock)
           order by coalesce(lot.expires_on, 'infinity'), lot.id) as lots
         from (
           select lot.id, lot.source, lot.unit_cost, lot.expires_on, (
             select stock.debits - stock.credits from ledger_account stock
             where stock.community_id = $1 and stock.holder_id = lot.id
               and stock.kind = 'lotStock') as stock
           from lot
           where lot.community_id = $1 and lot.store_id = asked.store_id
             and lot.product_id = product.id and lot.emptied_at is null
             and lot.recalled_at is null
             and coalesce(lot.expires_on, 'infinity') >= asked.day
         ) lot
         -- A lot of which nothing is left stands here until someone marks it.
         where lot.stock >= 1
       ) good on true`,
      [
        communityId,
        asked,
        parts.map(([store]) => store),
        parts.map(([, product]) => product),
        parts.map(([, , day]) => day),
      ],
    );
  },
  keyOf: ({ asked }) => asked,
};

/** Keys are accounts of allowances; only those that were opened have a row. */
const openAllowance: Batch<{ readonly id: string }> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select id from ledger_account where community_id = $1 and id = any ($2) and credits > 0`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The products with what a store has of them, for a household in a month. */
export async function readGoods(
  work: UnitOfWork,
  { communityId, storeId, classes }: Till,
  asked: {
    readonly productIds: readonly string[];
    readonly householdId: string;
    readonly occurredAt: Date;
    readonly day: Day;
    readonly month: string;
  },
): Promise<Map<string, Offered>> {
  const { productIds, householdId, occurredAt, day, month } = asked;
  const allowance = account('householdAllowance', householdId, month);
  const accounts = new Map(classes.map(({ id }) => [accountId(communityId, allowance, id), id]));
  const [rows, open] = await Promise.all([
    work.rows(
      shelved,
      communityId,
      productIds.map((id) => `${storeId} ${id} ${day}`),
    ),
    accounts.size > 0 ? work.rows(openAllowance, communityId, [...accounts.keys()]) : [],
  ]);
  const openClasses = new Set(open.map(({ id }) => accounts.get(id)));
  return new Map(
    rows.map(({ asked: _asked, prices, lots, ...product }) => [
      product.id,
      {
        ...product,
        ...priceAt(prices, occurredAt),
        allowanceOpen: openClasses.has(product.allowanceClassId ?? undefined),
        lots: lots.map((lot) => ({
          ...lot,
          unitCost: lot.unitCost === null ? null : BigInt(lot.unitCost),
        })),
      },
    ]),
  );
}

/** The price that held at a moment; before the first one, the first. */
function priceAt(
  prices: readonly DatedPrice[],
  moment: Date,
): { readonly credits: number; readonly priceId: string } {
  const held = prices.find(({ from }) => from <= moment.getTime()) ?? prices.at(-1);
  if (!held) throw new Error('A product has no price');
  return { credits: held.credits, priceId: held.id };
}
