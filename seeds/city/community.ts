import type { Act, City } from './city';
import { moment, type CityMonth } from './city-year';
import { Enterprise, type Promised } from './enterprise';
import { GiftPool } from './gifts';
import { award, payTranche, type Awarded } from './grants';
import type { Site } from './ground';
import { settle, type Home } from './home';
import { openPool } from './pools';
import { Purses, servicesOf, serviceMonths } from './services';
import { closeStatements, settlementOf } from './operators';
import { CHEAPEST, closeShop, intakeOf, openShop } from './shop';
import { exchangesOf } from './till';

/** What an enterprise promises of a quarter, in fen; in the first community for its great store. */
const QUARTER = 600_000;
const FIRST_QUARTER = 300_000_000;
const HALF_GRANT = 40_000;

/** Builds a community and lets it live through the year. */
export async function liveInCommunity(city: City, site: Site, number: number): Promise<void> {
  const first = number === 0;
  const home = settle(city, site, first);
  const welfare = openPool(city, home, '福利物资池', 'welfare');
  const organisations = openPool(city, home, '自组织发展池', 'organisations');
  const culture = openPool(city, home, '文体活动池', 'culture_sport');
  const enterprise = new Enterprise(city, home, home.enterpriseId, [
    { poolId: welfare, weight: 4 },
    { poolId: organisations, weight: 3 },
    { poolId: culture, weight: 1 },
  ]);
  const shop = openShop(city, home, number, welfare);
  const purses = new Purses(CHEAPEST);
  const serving = serviceMonths(city, home);
  const gifts = first ? giftPools(city, home) : [];
  const money = new Money(city, home, enterprise, organisations);
  for (const [index, month] of city.months.entries())
    await city.play([
      ...intakeOf(city, shop, month, index),
      ...settlementOf(city, shop, month, city.months[index - 1]),
      ...money.of(month, index),
      ...servicesOf(city, home, month, serving[index] ?? [], purses),
      ...exchangesOf(city, shop, month, purses),
      ...gifts.flatMap((pool) => pool.giftsOf(month, index)),
    ]);
  for (const pool of gifts) pool.close();
  enterprise.close();
  closeShop(city, shop);
  closeStatements(city, shop);
  home.books.close();
}

/** The two pools in which the way of a gift is measured: one of very many, and one of few. */
function giftPools(city: City, home: Home): GiftPool[] {
  const { manyGifts, fewGifts } = city.size.first;
  return [
    new GiftPool(city, home, '百万赠与池', 'education', manyGifts, 100),
    new GiftPool(city, home, '百份赠与池', 'environment', fewGifts, 10),
  ];
}

/** How a community's enterprise gives each quarter, and its team gets a grant. */
class Money {
  private granted: Awarded | null = null;

  constructor(
    private readonly city: City,
    private readonly home: Home,
    private readonly enterprise: Enterprise,
    private readonly poolId: string,
  ) {}

  of(month: CityMonth, index: number): Act[] {
    const { city, home, poolId } = this;
    switch (index) {
      case 2: {
        const at = moment(month, 12, 15);
        const happens = () => (this.granted = award(city, home, poolId, HALF_GRANT, at));
        return [{ at, happens }];
      }
      case 4: {
        const at = moment(month, 20, 10);
        const { granted } = this;
        return granted ? [{ at, happens: () => payTranche(city, home, granted, at) }] : [];
      }
      default:
        return index % 3 === 0 ? this.quarter(month, index) : [];
    }
  }

  /** A quarter's promise is kept in two parts; half of the last one is still owed. */
  private quarter(month: CityMonth, index: number): Act[] {
    const { enterprise, home } = this;
    const whole = home.first ? FIRST_QUARTER : QUARTER;
    const declaredAt = moment(month, 1, 6);
    let promised: Promised | undefined;
    const declare = () => (promised = enterprise.declare(month, 3, whole, declaredAt));
    const times = [moment(month, 1, 6, 30), moment(month, 15, 10)];
    const last = index + 3 >= this.city.months.length;
    const parts = (last ? times.slice(0, 1) : times).map((at) => ({
      at,
      happens: () => promised && enterprise.remit(promised, whole / 2, at),
    }));
    return [{ at: declaredAt, happens: declare }, ...parts];
  }
}
