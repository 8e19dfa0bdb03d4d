/** Throws that follow from a seed. */
export interface Dice {
  /** A number from 0 up to, and without, the sides. */
  throw(sides: number): number;
  /** True so many times in a hundred. */
  percent(chance: number): boolean;
  shuffle<T>(items: readonly T[]): T[];
  one<T>(items: readonly T[]): T;
}

export function newDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const sided = (sides: number) => Math.floor(next() * sides);
  return {
    throw: sided,
    percent: (chance) => sided(100) < chance,
    shuffle: (items) =>
      items
        .map((item) => ({ item, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item),
    one: (items) => items[sided(items.length)]!,
  };
}
