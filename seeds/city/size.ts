/** How large a city is. */
export interface CitySize {
  readonly communities: number;
  /** In each community but the first. */
  readonly residents: number;
  readonly exchanges: number;
  /** The first community, which everything large happens in. */
  readonly first: {
    readonly residents: number;
    readonly exchanges: number;
    readonly servicesOfEach: number;
    /** Gifts to its two pools for gifts: many, and few. */
    readonly manyGifts: number;
    readonly fewGifts: number;
  };
}

/** The whole city: 4,000 communities, two million wallets, twenty million legs; or a part of it. */
export function citySize(part: number): CitySize {
  const whole = (count: number, least: number) => Math.max(least, Math.round(count * part));
  return {
    communities: whole(4_000, 2),
    residents: 500,
    exchanges: 280,
    first: {
      residents: whole(20_000, 100),
      exchanges: whole(270_000, 100),
      servicesOfEach: 7,
      manyGifts: whole(1_000_000, 200),
      fewGifts: 100,
    },
  };
}

/** How many communities a street has, and how many streets a district. */
export const STREET = 20;
export const DISTRICT = 10;

/** How many people a household has on the average, and how many households a grid. */
export const HOUSEHOLD = 2.8;
export const GRID = 30;
