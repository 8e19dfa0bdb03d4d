import { receiveGoods } from '../src/supermarkets/receive-goods';
import { cny, organisationId, tenantId, type Shop } from './economy';
import type { Cast } from './cast';
import type { Stage } from './stage';
import type { Year } from './time';

/** A month's intake: where it comes from, of which product, how much, and how long it keeps. */
const INTAKE = [
  { product: 0, source: 'DONATED', quantity: 16, months: 12 },
  { product: 1, source: 'OPERATOR_OWNED', quantity: 8, months: 6, cost: '9.80' },
  { product: 2, source: 'OPERATOR_OWNED', quantity: 6, months: 10, cost: '21.50' },
  { product: 3, source: 'DONATED', quantity: 20, months: 30 },
  { product: 4, source: 'DONATED', quantity: 12, months: 24 },
] as const;

/** Every third month a pool buys quilts, and a neighbour gives some. */
const QUILTS = [
  { product: 5, source: 'PURCHASED', quantity: 2, cost: '58.00' },
  { product: 5, source: 'DONATED', quantity: 2 },
] as const;

/** Stocks a store's shelves for a month. */
export async function stockMonth(
  stage: Stage,
  cast: Cast,
  shop: Shop,
  year: Year,
  month: number,
): Promise<void> {
  const intakes = month % 3 === 1 ? [...INTAKE, ...QUILTS] : INTAKE;
  for (const [i, each] of intakes.entries()) {
    const owned = each.source === 'OPERATOR_OWNED';
    const bought = each.source === 'PURCHASED';
    const input = {
      idempotencyKey: `seed/goods/${shop.storeId.slice(-12)}/${month}/${i}`,
      storeId: shop.storeId,
      productId: shop.products[each.product]?.id ?? '',
      quantity: each.quantity,
      source: each.source,
      ...('cost' in each ? { unitCost: cny(each.cost) } : {}),
      ...(bought ? { paidByPoolId: tenantId('Pool', shop.welfare) } : {}),
      ...(owned || bought ? {} : donor(cast, i)),
      expiresOn: 'months' in each ? year.first(month + each.months) : null,
    };
    await stage.as(shop.community.storekeeper, receiveGoods, input, year.at(month, 2, 9, i));
  }
}

/** Givers take turns: an enterprise, a drive, a neighbour. */
function donor(cast: Cast, turn: number) {
  const enterprise = cast.enterprises[turn % cast.enterprises.length];
  if (turn % 2 === 0 && enterprise)
    return { donorOrganisationId: organisationId(enterprise.organisation) };
  return { donorName: turn % 3 === 0 ? '邻里募集日' : '一位邻居' };
}

/** A lot that is about to expire, and one that nobody wanted in time. */
export async function stockExpiring(stage: Stage, shop: Shop, year: Year): Promise<void> {
  const { storekeeper } = shop.community;
  const input = {
    storeId: shop.storeId,
    productId: shop.products[1]?.id ?? '',
    quantity: 12,
    source: 'DONATED' as const,
    donorName: '一位邻居',
  };
  const key = shop.storeId.slice(-12);
  await stage.as(
    storekeeper,
    receiveGoods,
    { ...input, idempotencyKey: `seed/expiring/${key}`, expiresOn: year.day(5) },
    year.today,
  );
  await stage.as(
    storekeeper,
    receiveGoods,
    { ...input, quantity: 3, idempotencyKey: `seed/expired/${key}`, expiresOn: year.day(-4) },
    new Date(year.today.getTime() - 30 * 86_400_000),
  );
}
