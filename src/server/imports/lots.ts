import { toGlobalId } from '../../kernel/global-id';
import { CURRENCIES, type Currency } from '../../kernel/currency';
import { read } from '../../kernel/read';
import { Refusal } from '../../kernel/refusal';
import { LOT_SOURCES } from '../../supermarkets/lot.entity';
import { receiveGoods } from '../../supermarkets/receive-goods';
import { isStaffOf } from '../../supermarkets/supermarkets.policy';
import { operatorsIn } from '../../supermarkets/store.reader';
import { valueOf, wordsFor } from '../spreadsheets/choices';
import { field, oneByOne, optional, sumOf, type Line, type Noun, type Taking } from './noun';

/** Goods that came in: each line is a lot, with the key that the file and its line give it. */
export const lots: Noun = {
  fields: [
    field('storeId', 'HEADING_STORE_CODE', 'YDJ'),
    field('productId', 'HEADING_EAN', '6901234567892'),
    field('quantity', 'HEADING_QUANTITY', '100', 'whole'),
    field('source', 'HEADING_SOURCE', '捐赠'),
    optional(field('unitCost', 'HEADING_UNIT_COST', '')),
    optional(field('paidByPoolId', 'HEADING_POOL_PAYING', '')),
    optional(field('donorName', 'HEADING_DONOR', '李先生')),
    optional(field('expiresOn', 'HEADING_GOOD_UNTIL', '2027-12-31', 'day')),
  ],
  may: async (work, community) => {
    const operators = await operatorsIn(work, community.id);
    return operators.some((operatorId) => isStaffOf(work.actor, operatorId));
  },
  take: async (taking) => {
    const named = await namesIn(taking);
    const lines = await oneByOne(taking, (line) => receive(taking, line, named));
    return { lots: lines.length, pieces: sumOf(lines, 'quantity') };
  },
};

interface Store {
  readonly id: string;
  readonly code: string;
  readonly currency: string;
}

interface Named {
  readonly stores: ReadonlyMap<string, Store>;
  readonly products: ReadonlyMap<string, string>;
  readonly pools: ReadonlyMap<string, { readonly id: string; readonly currency: string }>;
}

async function namesIn({ work, community, lines }: Taking): Promise<Named> {
  const eans = [...new Set(lines.map(({ values }) => values.productId ?? ''))];
  const stores = await read<Store>(
    work.db,
    `select store.id, store.code, pool.currency from store
     join pool on pool.community_id = $1 and pool.id = store.pool_id
     where store.community_id = $1`,
    [community.id],
  );
  const products = await read<{ id: string; ean: string }>(
    work.db,
    'select id, ean from product where community_id = $1 and ean = any ($2)',
    [community.id, eans],
  );
  const pools = await read<{ id: string; name: string; currency: string }>(
    work.db,
    'select id, name, currency from pool where community_id = $1 and closed_on is null',
    [community.id],
  );
  return {
    stores: new Map(stores.map((store) => [store.code, store])),
    products: new Map(products.map(({ id, ean }) => [ean, id])),
    pools: new Map(pools.map((pool) => [pool.name, pool])),
  };
}

function found<T>(
  known: ReadonlyMap<string, T>,
  given: string,
  code: 'STORE_UNKNOWN' | 'PRODUCT_UNKNOWN' | 'POOL_UNKNOWN',
  name: string,
): T {
  const one = known.get(given);
  if (one === undefined) throw new Refusal(code, { given }, [name]);
  return one;
}

async function receive(
  { work, community, hash, language }: Taking,
  { line, values }: Line,
  named: Named,
) {
  const { storeId: code = '', productId: ean = '', source: from = '' } = values;
  const store = found(named.stores, code, 'STORE_UNKNOWN', 'storeId');
  const product = found(named.products, ean, 'PRODUCT_UNKNOWN', 'productId');
  const source = valueOf('LotSource', LOT_SOURCES, from);
  if (!source) {
    const sources = wordsFor(language, 'LotSource', LOT_SOURCES);
    throw new Refusal('SOURCE_UNKNOWN', { sources }, ['source']);
  }
  const { unitCost: cost, paidByPoolId: paying, donorName = null, expiresOn = null } = values;
  const pool =
    paying === undefined ? null : found(named.pools, paying, 'POOL_UNKNOWN', 'paidByPoolId');
  const inCurrency = currencyOf(pool?.currency ?? store.currency);
  return await receiveGoods(work, {
    idempotencyKey: `sheet/${hash}/${line}`,
    storeId: toGlobalId('Store', community.id, store.id),
    productId: toGlobalId('Product', community.id, product),
    ...{ quantity: Number(values.quantity), source, donorName, expiresOn },
    unitCost: cost === undefined ? null : { amount: cost, currency: inCurrency },
    paidByPoolId: pool && toGlobalId('Pool', community.id, pool.id),
  });
}

function currencyOf(code: string): Currency {
  const known = CURRENCIES.find((each) => each === code);
  if (!known) throw new Error(`A pool in the unknown currency ${code}`);
  return known as Currency;
}
