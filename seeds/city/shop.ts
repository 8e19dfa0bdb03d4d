import { draft } from '../../src/bookkeeping/record';
import { SUPERMARKETS } from '../../src/bookkeeping/rules/supermarkets';
import { amount } from '../../src/kernel/amount';
import { allowanceAsset, goodsAsset } from '../../src/supermarkets/supermarket-assets';
import type { Act, City } from './city';
import { firstDay, moment, type CityMonth } from './city-year';
import type { Home } from './home';

export interface Lot {
  readonly id: string;
  /** Fen for a piece of the operator's own goods; null for what was given. */
  readonly unitCost: number | null;
  readonly cells: readonly (string | number | null)[];
  left: number;
  emptiedAt: number | null;
}

export interface AllowanceClass {
  readonly id: string;
  readonly code: string;
  readonly pieces: number;
}

export interface Product {
  readonly id: string;
  readonly price: number;
  readonly class: AllowanceClass;
  /** What a piece of the operator's own goods costs; null: given goods. */
  readonly unitCost: number | null;
  /** First expiring first. */
  readonly lots: Lot[];
  /** Pieces of the operator's own goods that each month's exchanges gave. */
  readonly given: Map<string, number>;
}

export interface Shop {
  readonly home: Home;
  readonly storeId: string;
  readonly poolId: string;
  readonly products: readonly Product[];
  /** The number of the operator's last statement. */
  readonly stated: { last: number };
}

const CLASSES = [
  { code: 'grain', name: '粮食', pieces: 4 },
  { code: 'oil', name: '食用油', pieces: 2 },
  { code: 'daily', name: '日用品', pieces: 6 },
];

const PRODUCTS = [
  { name: '东北大米 5 kg', ean: '6901234500011', unit: '袋', price: 10, of: 0, cost: null },
  { name: '小麦面粉 2.5 kg', ean: '6901234500028', unit: '袋', price: 6, of: 0, cost: 980 },
  { name: '大豆油 1.8 L', ean: '6901234500035', unit: '桶', price: 12, of: 1, cost: 2150 },
  { name: '洗衣皂 2 块装', ean: '6901234500042', unit: '组', price: 3, of: 2, cost: null },
  { name: '牙膏 120 g', ean: '6901234500059', unit: '支', price: 3, of: 2, cost: null },
];

/** The cheapest piece. */
export const CHEAPEST = Math.min(...PRODUCTS.map(({ price }) => price));

/** Opens a community's store with its classes of goods, products and prices. */
export function openShop(city: City, home: Home, number: number, poolId: string): Shop {
  const { tables } = city;
  const at = city.months[0]?.start ?? 0;
  const day = city.months[0] ? firstDay(city.months[0]) : '';
  const storeId = city.old();
  tables.store.write(
    ...[home.id, storeId, `S${String(number).padStart(4, '0')}`, `${home.name}慈善超市`],
    ...[home.operatorId, home.officeId, poolId, day],
  );
  const classes = CLASSES.map(({ code, name, pieces }) => {
    const id = city.old();
    const asset = allowanceAsset({ id, code });
    tables.asset.write(asset.id, asset.code, asset.kind, asset.scale);
    tables.allowance_class.write(home.id, id, code, name);
    tables.allowance_version.write(...[home.id, city.old(), id, day, pieces, 2, home.cadre, at]);
    return { id, code, pieces };
  });
  const products = PRODUCTS.flatMap(({ name, ean, unit, price, of, cost }) => {
    const inClass = classes[of];
    if (!inClass) return [];
    const id = city.old();
    const asset = goodsAsset(id);
    tables.asset.write(asset.id, asset.code, asset.kind, asset.scale);
    tables.product.write(home.id, id, name, ean, unit, inClass.id);
    tables.product_price.write(home.id, city.old(), id, at, price, home.storekeeper, at);
    return { id, price, class: inClass, unitCost: cost, lots: [], given: new Map() };
  });
  return { home, storeId, poolId, products, stated: { last: 0 } };
}

/** Goods come in: a lot of each product, every month in the first community, else each quarter. */
export function intakeOf(city: City, shop: Shop, month: CityMonth, index: number): Act[] {
  const { first } = shop.home;
  if (!first && index % 3 !== 0) return [];
  const { exchanges } = first ? city.size.first : city.size;
  const quantity = Math.ceil((exchanges / city.months.length) * (first ? 0.6 : 1.2)) + 10;
  return shop.products.map((product, i) => {
    const at = moment(month, 1, 7, i);
    return { at, happens: () => receive(city, shop, product, { at, month, quantity }) };
  });
}

function receive(
  city: City,
  { home, storeId, poolId }: Shop,
  { id: productId, unitCost, lots }: Product,
  { at, month, quantity }: { at: number; month: CityMonth; quantity: number },
): void {
  for (const lot of lots) if (lot.left === 0) lot.emptiedAt ??= at;
  const lotId = city.ids.at(at);
  const source = unitCost === null ? 'DONATED' : 'OPERATOR_OWNED';
  const pieces = amount(goodsAsset(productId), quantity);
  const facts = { storeId, lotId, source, quantity: pieces } as const;
  const how = { request: city.asked(), occurredAt: new Date(at) };
  const entryId = home.books.post(draft(SUPERMARKETS.goodsReceived, facts, how), at, home.clerk);
  const bought = [unitCost, unitCost === null ? null : poolId];
  const given = [unitCost === null ? '邻里募集日' : null, null];
  const cells = [
    ...[home.id, lotId, storeId, productId, source, quantity, ...bought, ...given],
    ...[firstDay(month, 18), at, entryId],
  ];
  lots.push({ id: lotId, unitCost, cells, left: quantity, emptiedAt: null });
}

/** When it was recalled, by whom, and why. */
const NOT_RECALLED = [null, null, null];

/** From which lot of which books it came, by which transfer. */
const NOT_TRANSFERRED = [null, null, null];

/** Writes the lots as they are at the end. */
export function closeShop(city: City, { products }: Shop): void {
  for (const { lots } of products)
    for (const { cells, emptiedAt } of lots)
      city.tables.lot.write(...cells, emptiedAt, ...NOT_RECALLED, ...NOT_TRANSFERRED);
}
