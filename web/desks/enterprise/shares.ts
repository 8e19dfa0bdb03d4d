import type { Sum } from '../../kit/sums';
import type { SplitPart } from '../kit/split-bar';

interface Share {
  readonly amount: Sum;
  readonly pool: {
    readonly id: string;
    readonly name: string;
    readonly place: { readonly name: string };
  };
}

/** What each pool gets, as parts of a whole. */
export const sharesOf = (shares: readonly Share[]): SplitPart[] =>
  shares.map(({ pool, amount }) => ({
    ...{ key: pool.id, label: pool.name, about: pool.place.name, sum: amount },
  }));
