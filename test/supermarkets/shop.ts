import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { BOOKKEEPING_CHECKS } from '../../src/bookkeeping/bookkeeping.checks';
import { account } from '../../src/bookkeeping/chart';
import { draft, record } from '../../src/bookkeeping/record';
import { credit, debit } from '../../src/bookkeeping/rule';
import { CREDITS } from '../../src/bookkeeping/rules/credits';
import { openScheme } from '../../src/credits/open-scheme';
import type { CreditScheme } from '../../src/credits/credit-scheme.reader';
import { openPool } from '../../src/foundations/open-pool';
import type { PoolRow } from '../../src/foundations/pool.entity';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { amount } from '../../src/kernel/amount';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { currency, type Currency } from '../../src/kernel/currency';
import { toGlobalId } from '../../src/kernel/global-id';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';
import { accountsById } from '../../src/ledger/account.reader';
import { accountId, type AccountRef } from '../../src/ledger/account-ref';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { addProduct, type AddProduct } from '../../src/supermarkets/add-product';
import type { RecordExchange } from '../../src/supermarkets/exchange-input';
import type { ReceiveGoods } from '../../src/supermarkets/goods-intake';
import { openStore } from '../../src/supermarkets/open-store';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { receiveGoods } from '../../src/supermarkets/receive-goods';
import { recordExchange } from '../../src/supermarkets/record-exchange';
import { setAllowance } from '../../src/supermarkets/set-allowance';
import type { StoreRow } from '../../src/supermarkets/store.entity';
import { SUPERMARKET_CHECKS } from '../../src/supermarkets/supermarkets.checks';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type CommunityWorld, type World } from '../support/world';

export const CNY = currency('CNY');

/** A key that no other request has. */
export const key = () => `test-${randomUUID()}`;

/** One community's store with its pool, in a world of its own. */
export interface Shop {
  readonly database: FreshDatabase;
  readonly dataSource: DataSource;
  readonly world: World;
  readonly home: CommunityWorld;
  readonly scheme: CreditScheme;
  readonly pool: PoolRow;
  readonly poolId: string;
  readonly store: StoreRow;
  readonly storeId: string;
}

export const run = <T>(
  shop: Pick<Shop, 'dataSource'>,
  actor: Actor,
  command: (work: UnitOfWork) => Promise<T>,
  now?: Date,
) => inUnitOfWork(shop.dataSource, actor, command, now);

/** Opens a pool (CNY 10,000 in it), a scheme on the street, and a store in a community. */
export async function newShop(): Promise<Shop> {
  const database = await freshDatabase();
  const { dataSource } = database;
  const world = await newWorld(dataSource);
  const scheme = await run({ dataSource }, world.officer.actor, (work) =>
    openScheme(work, {
      placeId: world.street.globalId,
      name: 'Zhanqian credits',
      slug: 'zhanqian',
      rates: [{ serviceKind: 'repair', creditsPerHour: 10 }],
    }),
  );
  const opened = await openShop(dataSource, world, world.home, 'YL1');
  return { database, dataSource, world, home: world.home, scheme, ...opened };
}

/** Opens a pool with CNY 10,000 in it and a store in a community. */
export async function openShop(
  dataSource: DataSource,
  world: World,
  at: CommunityWorld,
  code: string,
) {
  const pool = await newPool(dataSource, at);
  const poolId = toGlobalId('Pool', at.id, pool.id);
  await fillPool(dataSource, pool, 1_000_000n);
  const store = await run({ dataSource }, world.officer.actor, (work) =>
    openStore(work, {
      communityId: at.place.globalId,
      name: `${at.place.name} Store`,
      code,
      operatorId: at.operator.globalId,
      premisesOwnerId: at.committee.globalId,
      poolId,
    }),
  );
  return { pool, poolId, store, storeId: toGlobalId('Store', at.id, store.id) };
}

export async function newPool(
  dataSource: DataSource,
  at: CommunityWorld,
  code: Currency = 'CNY',
): Promise<PoolRow> {
  return await run({ dataSource }, at.chair.actor, (work) =>
    openPool(work, {
      foundationId: at.foundation.globalId,
      communityId: at.place.globalId,
      name: `Pool ${randomUUID()}`,
      purpose: 'welfare',
      currency: code,
      thresholds: [{ from: { amount: '0', currency: code }, approvals: 1 }],
    }),
  );
}

/** Puts money (fen) into a pool, as if it had been remitted. */
export async function fillPool(dataSource: DataSource, pool: PoolRow, minor: bigint) {
  const money = amount(currency(pool.currency), minor);
  await run({ dataSource }, SYSTEM, (work) =>
    record(work, pool.communityId, {
      rule: 'test',
      request: ownRequest(key()),
      facts: {},
      occurredAt: work.now,
      reversalOf: null,
      legs: [
        debit(account('bank', pool.foundationId), money),
        credit(account('poolAvailable', pool.id), money),
      ],
    }),
  );
}

/** Gives a resident credits, as if a service had been confirmed. */
export async function fillWallet(shop: Shop, residentId: string, credits: number, at?: string) {
  const facts = {
    serviceId: randomUUID(),
    schemeId: shop.scheme.id,
    residentId,
    organisationId: randomUUID(),
    serviceKind: 'repair',
    minutes: 60,
    month: '2026-01',
    credits: amount(shop.scheme.asset, credits),
    capped: false,
  };
  await run(shop, SYSTEM, (work) =>
    record(
      work,
      at ?? shop.home.id,
      draft(CREDITS.serviceCredited, facts, {
        request: ownRequest(key()),
        occurredAt: work.now,
      }),
    ),
  );
}

export async function newProduct(shop: Shop, more: Partial<AddProduct> = {}): Promise<ProductRow> {
  return await run(shop, shop.world.officer.actor, (work) =>
    addProduct(work, {
      communityId: shop.home.place.globalId,
      name: 'Rice',
      unit: 'bag of 5 kg',
      price: 8,
      ...more,
    }),
  );
}

export const productId = ({ communityId, id }: ProductRow) =>
  toGlobalId('Product', communityId, id);

/** A class of goods with so many pieces a month, and so many more for priority households. */
export async function newClass(
  shop: Shop,
  code: string,
  pieces: number,
  extraPieces = 0,
  now?: Date,
) {
  const input = {
    communityId: shop.home.place.globalId,
    ...{ code, name: `Class ${code}`, pieces, extraPieces },
  };
  return await run(shop, shop.home.cadre.actor, (work) => setAllowance(work, input), now);
}

/** Puts a resident into a priority group from a day on, until before another. */
export async function prioritise(shop: Shop, residentId: string, from: string, until?: string) {
  await shop.dataSource.query(
    `insert into resident_priority
       (community_id, id, resident_id, priority_group, valid_from, valid_until)
     values ($1, $2, $3, 'low_income', $4, $5)`,
    [shop.home.id, randomUUID(), residentId, from, until],
  );
}

/** Receives so many given pieces of a product, or what `more` says. */
export async function receive(
  shop: Shop,
  product: ProductRow,
  quantity: number,
  more: Partial<ReceiveGoods> = {},
  now?: Date,
) {
  const input: ReceiveGoods = {
    idempotencyKey: key(),
    storeId: shop.storeId,
    productId: productId(product),
    quantity,
    source: 'DONATED',
    ...more,
  };
  return await run(shop, shop.home.storekeeper.actor, (work) => receiveGoods(work, input), now);
}

/** An exchange of one product by a resident, now. */
export function basketOf(
  shop: Shop,
  resident: { readonly globalId: string },
  product: ProductRow,
  quantity: number,
): RecordExchange {
  return {
    idempotencyKey: key(),
    storeId: shop.storeId,
    residentId: resident.globalId,
    occurredAt: new Date(),
    lines: [{ productId: productId(product), quantity }],
  };
}

export const exchange = (shop: Shop, input: RecordExchange, actor?: Actor, now?: Date) =>
  run(shop, actor ?? shop.home.clerk.actor, (work) => recordExchange(work, input), now);

/** What an account holds now; zero where it was never opened. */
export async function balance(shop: Shop, ref: AccountRef, assetId: string): Promise<number> {
  const { id } = shop.home;
  const found = await accountsById(shop.dataSource.manager, id, [accountId(id, ref, assetId)]);
  return Number(found[0]?.balance ?? 0n);
}

export const wallet = (shop: Shop, residentId: string) =>
  balance(shop, account('wallet', residentId), shop.scheme.asset.id);

/** What a household still has of a class in a month. */
export const allowance = (shop: Shop, householdId: string, month: string, classId: string) =>
  balance(shop, account('householdAllowance', householdId, month), classId);

/** What the pool owes the operator for a month, in fen. */
export const owed = (shop: Shop, month: string) =>
  balance(shop, account('operatorOwed', shop.pool.id, shop.store.id, month), CNY.id);

export const pooled = (shop: Shop) => balance(shop, account('poolAvailable', shop.pool.id), CNY.id);

export const stock = (shop: Shop, lotId: string, product: ProductRow) =>
  balance(shop, account('lotStock', lotId), product.id);

/** The law of the house after whatever a test did. */
export async function booksAreRight(shop: Pick<Shop, 'dataSource'>): Promise<void> {
  const checks = [...LEDGER_CHECKS, ...BOOKKEEPING_CHECKS, ...SUPERMARKET_CHECKS];
  expect(await runChecks(shop.dataSource, checks)).toEqual([]);
}

/** How many entries the home's books hold. */
export async function entries(shop: Shop): Promise<number> {
  const [row] = await shop.dataSource.query(
    'select count(*)::integer as n from ledger_entry where community_id = $1',
    [shop.home.id],
  );
  return row.n;
}

/** The day it is in Shanghai, so many days from now. */
export const day = (days = 0, now = new Date()) => addDays(dayOf(now, 'Asia/Shanghai'), days);

/** The first resident of a household, and the household's id. */
export const residentOf = (shop: Shop, household: number, person = 1) =>
  shop.home.households[household]!.residents[person]!;
