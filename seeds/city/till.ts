import { draft } from '../../src/bookkeeping/record';
import { SUPERMARKETS } from '../../src/bookkeeping/rules/supermarkets';
import { amount } from '../../src/kernel/amount';
import { currency } from '../../src/kernel/currency';
import { ownRequest } from '../../src/kernel/request';
import { allowanceAsset, goodsAsset } from '../../src/supermarkets/supermarket-assets';
import type { Act, City } from './city';
import { daysOf, moment, type CityMonth } from './city-year';
import type { Neighbour } from './home';
import type { Purses } from './services';
import { CHEAPEST, type AllowanceClass, type Lot, type Product, type Shop } from './shop';

/** One exchange of so many has goods of two products. */
const TWO_PRODUCTS = 5;

/** Pieces of one lot that are taken together. */
interface Taken {
  readonly product: Product;
  readonly lot: Lot;
  readonly pieces: number;
}

/** A month's exchanges at a store. */
export function exchangesOf(city: City, shop: Shop, month: CityMonth, purses: Purses): Act[] {
  const { dice, months } = city;
  const { exchanges } = shop.home.first ? city.size.first : city.size;
  // In the first month nobody has credits yet.
  if (month === months[0]) return [];
  const days = daysOf(month);
  const till = new Till(city, shop, month, purses);
  return Array.from({ length: Math.ceil(exchanges / (months.length - 1)) }, () => {
    const at = moment(month, dice.between(1, days), dice.between(9, 18), dice.roll(60));
    const later = at + dice.roll(60_000);
    return { at: later, happens: () => till.serve(later) };
  });
}

/** A store's till in a month. */
class Till {
  /** What is left of each household's opened allowances. */
  private readonly allowances = new Map<string, number>();

  constructor(
    private readonly city: City,
    private readonly shop: Shop,
    private readonly month: CityMonth,
    private readonly purses: Purses,
  ) {}

  /** Someone with credits takes something, if there is something for them. */
  serve(at: number): void {
    const { city, purses } = this;
    const neighbour = purses.pick(city);
    if (!neighbour) return;
    const basket: Taken[] = [];
    let credits = purses.of(neighbour);
    const products = city.dice.oneIn(TWO_PRODUCTS) ? 2 : 1;
    for (let n = 0; n < products && credits >= CHEAPEST; n += 1) {
      const taken = this.take(neighbour, credits, basket);
      if (!taken) continue;
      basket.push(taken);
      credits -= taken.product.price * taken.pieces;
    }
    if (basket.length > 0) this.post(neighbour, basket, at);
  }

  /** One or two pieces of a product, as far as credits, allowance and the first lot reach. */
  private take(
    { householdId }: Neighbour,
    credits: number,
    basket: readonly Taken[],
  ): Taken | null {
    const { dice } = this.city;
    const product = dice.pick(this.shop.products);
    if (basket.some((taken) => taken.product === product)) return null;
    const lot = product.lots.find(({ left }) => left > 0);
    const ofClass = basket
      .filter((taken) => taken.product.class === product.class)
      .reduce((sum, { pieces }) => sum + pieces, 0);
    const allowed = this.allowance(householdId, product.class) - ofClass;
    const most = Math.min(2, Math.floor(credits / product.price), allowed, lot?.left ?? 0);
    return lot && most > 0 ? { product, lot, pieces: dice.between(1, most) } : null;
  }

  private allowance(householdId: string, { code, pieces }: AllowanceClass): number {
    return this.allowances.get(`${householdId}/${code}`) ?? pieces;
  }

  private post(neighbour: Neighbour, basket: readonly Taken[], at: number): void {
    const { city, shop, purses } = this;
    const { books, clerk, scheme, operatorId } = shop.home;
    const { id: residentId, householdId } = neighbour;
    const occurredAt = new Date(at);
    const allowances = this.draw(householdId, basket, at);
    const facts = {
      ...{ storeId: shop.storeId, operatorId, schemeId: scheme.id, residentId, householdId },
      lines: basket.map(({ product, lot, pieces }) => ({
        ...{ productId: product.id, lotId: lot.id },
        quantity: amount(goodsAsset(product.id), pieces),
        credits: amount(scheme.asset, product.price * pieces),
      })),
      allowances,
      owed: this.owed(basket),
    };
    const how = { request: city.asked(), occurredAt };
    books.post(draft(SUPERMARKETS.goodsExchanged, facts, how), at, clerk);
    for (const { product, lot, pieces } of basket) {
      lot.left -= pieces;
      if (lot.unitCost !== null)
        product.given.set(this.month.name, (product.given.get(this.month.name) ?? 0) + pieces);
      purses.change(neighbour, -product.price * pieces);
    }
  }

  /** Draws on the household's allowances, opening those that are not open yet. */
  private draw(householdId: string, basket: readonly Taken[], at: number) {
    const { month } = this;
    const classes = [...new Set(basket.map(({ product }) => product.class))];
    return classes.map((each) => {
      const key = `${householdId}/${each.code}`;
      if (!this.allowances.has(key)) this.open(householdId, each, at);
      const pieces = basket
        .filter(({ product }) => product.class === each)
        .reduce((sum, taken) => sum + taken.pieces, 0);
      this.allowances.set(key, this.allowance(householdId, each) - pieces);
      const drawn = amount(allowanceAsset(each), pieces);
      return { allowanceClass: each.code, month: month.name, pieces: drawn };
    });
  }

  private open(householdId: string, each: AllowanceClass, at: number): void {
    const { shop, month } = this;
    const facts = {
      ...{ householdId, allowanceClass: each.code, month: month.name },
      pieces: amount(allowanceAsset(each), each.pieces),
    };
    const request = ownRequest(`allowance/${householdId}/${each.code}/${month.name}`);
    const how = { request, occurredAt: new Date(at) };
    shop.home.books.post(draft(SUPERMARKETS.allowanceOpened, facts, how), at, shop.home.clerk);
  }

  private owed(basket: readonly Taken[]) {
    const fen = basket.reduce((sum, { lot, pieces }) => sum + (lot.unitCost ?? 0) * pieces, 0);
    if (fen === 0) return [];
    const { poolId } = this.shop;
    return [{ poolId, month: this.month.name, amount: amount(currency('CNY'), fen) }];
  }
}
