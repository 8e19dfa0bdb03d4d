import type { Currency } from '../kernel/currency';
import type { Day } from '../kernel/calendar';
import type { TenantRef } from '../kernel/global-id';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { HAS_PRIORITY } from './allowance.reader';
import type { LotSource } from './lot.entity';
import { priceAt } from './product.reader';
import type { ProductRow } from './product.entity';

/** A class of goods in force in a month, with what it gives a household. */
export interface ClassInForce {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly pieces: number;
  readonly extraPieces: number;
}

/** A store as its till sees it, at a moment and for a request. */
export interface Till {
  readonly communityId: string;
  readonly storeId: string;
  readonly operatorId: string;
  readonly poolId: string;
  readonly currency: Currency;
  readonly placeName: string;
  readonly timeZone: string;
  readonly classes: readonly ClassInForce[];
  /** The entry that stands under the request's key, if there is one. */
  readonly beforeId: string | null;
  readonly beforeFingerprint: Buffer | null;
}

const TILL = `
  select store.community_id "communityId", store.id "storeId", store.operator_id "operatorId",
    store.pool_id "poolId", pool.currency, place.name "placeName", place.time_zone "timeZone",
    before.id "beforeId", before.fingerprint "beforeFingerprint",
    (select coalesce(json_agg(json_build_object('id', class.id, 'code', class.code,
        'name', class.name, 'pieces', rule.pieces, 'extraPieces', rule.extra_pieces)), '[]')
      from allowance_class class
      cross join lateral (
        select version.pieces, version.extra_pieces from allowance_version version
        where version.community_id = $1 and version.class_id = class.id
          and version.valid_from <= ($4::timestamptz at time zone place.time_zone)::date
        order by version.valid_from desc, version.id desc limit 1
      ) rule
      where class.community_id = $1) classes
  from store
  join place on place.id = store.community_id
  join pool on pool.community_id = $1 and pool.id = store.pool_id
  left join ledger_entry before on before.community_id = $1 and before.key = $3
  where store.community_id = $1 and store.id = $2`;

/** The store, its place and pool, the classes in force, and what stands under the key. */
export async function readTill(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
  key: string | null,
  occurredAt: Date,
): Promise<Till | null> {
  const values = [communityId, id, key, occurredAt];
  const [row] = await work.prepared<Till>({ name: 'till_store', text: TILL, values });
  return row ?? null;
}

/** A resident as the till sees one. */
export interface Customer {
  readonly residentId: string;
  readonly householdId: string;
  readonly personId: string | null;
  readonly movedOut: Day | null;
  /** Whether someone in the household belongs to a priority group on the day. */
  readonly priority: boolean;
}

const CUSTOMER = `
  select resident.id "residentId", household.id "householdId", resident.person_id "personId",
    resident.moved_out "movedOut", ${HAS_PRIORITY} as priority
  from resident
  join household on household.community_id = $1 and household.id = resident.household_id
  where resident.community_id = $1 and resident.id = $2`;

export async function readCustomer(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
  day: Day,
): Promise<Customer | null> {
  const values = [communityId, id, day];
  const [row] = await work.prepared<Customer>({ name: 'till_customer', text: CUSTOMER, values });
  return row ?? null;
}

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
  /** Whether the household's allowance of its class is open in the month. */
  readonly allowanceOpen: boolean;
  readonly lots: readonly LotToTake[];
}

/** Each product's price and allowance are looked up once, each lot's stock by its account. */
const GOODS = `
  with product as materialized (
    select product.community_id "communityId", product.id, product.name, product.ean,
      product.unit, product.allowance_class_id "allowanceClassId",
      ${priceAt('$5::timestamptz')} as credits,
      exists (select 1 from ledger_account allowance
        where allowance.community_id = $1 and allowance.id = any ($6::uuid[])
          and allowance.asset_id = product.allowance_class_id
          and allowance.credits > 0) as "allowanceOpen"
    from product where product.community_id = $1 and product.id = any ($3::uuid[])
  )
  select product.*, lot.id "lotId", lot.source, lot.unit_cost "unitCost",
    lot.expires_on "expiresOn", lot.stock::integer
  from product
  left join lateral (
    select lot.id, lot.source, lot.unit_cost, lot.expires_on, (
      select stock.debits - stock.credits from ledger_account stock
      where stock.community_id = $1 and stock.holder_id = lot.id and stock.kind = 'lotStock'
    ) as stock
    from lot
    where lot.community_id = $1 and lot.store_id = $2 and lot.product_id = product.id
      and lot.emptied_at is null and coalesce(lot.expires_on, 'infinity') >= $4::date
  ) lot on true
  order by product.id, coalesce(lot.expires_on, 'infinity'), lot.id`;

type GoodsRow = Omit<Offered, 'lots'> &
  Omit<LotToTake, 'id' | 'unitCost'> & {
    readonly lotId: string | null;
    readonly unitCost: string | null;
  };

/** The products with what a store has of them; `allowanceIds` are the household's accounts. */
export async function readGoods(
  work: UnitOfWork,
  { communityId, storeId }: Till,
  asked: {
    readonly productIds: readonly string[];
    readonly day: Day;
    readonly occurredAt: Date;
    readonly allowanceIds: readonly string[];
  },
): Promise<Map<string, Offered>> {
  const { productIds, day, occurredAt, allowanceIds } = asked;
  const values = [communityId, storeId, productIds, day, occurredAt, allowanceIds];
  const rows = await work.prepared<GoodsRow>({ name: 'till_goods', text: GOODS, values });
  const offered = new Map<string, Offered & { lots: LotToTake[] }>();
  for (const { lotId, source, unitCost, expiresOn, stock, ...product } of rows) {
    const known = offered.get(product.id) ?? { ...product, lots: [] };
    offered.set(product.id, known);
    // A lot of which nothing is left stands here until someone marks it.
    if (!lotId || stock < 1) continue;
    const cost = unitCost === null ? null : BigInt(unitCost);
    known.lots.push({ id: lotId, source, unitCost: cost, expiresOn, stock });
  }
  return offered;
}
