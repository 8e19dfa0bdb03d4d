import { useTranslation } from 'react-i18next';
import { sumOf } from '../../kit/sums';
import { SplitBar } from '../kit/split-bar';

interface Weighed {
  readonly weight: number;
  readonly pool: {
    readonly id: string;
    readonly name: string;
    readonly place: { readonly name: string };
  };
}

const EXAMPLE = 100_000n;

/**
 * What each weight would get of a thousand yuan: by largest remainder, odd fen to the earlier, as
 * the server splits.
 */
function ofThousand(weights: readonly number[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) return weights.map(() => 0n);
  const exact = weights.map((weight) => EXAMPLE * BigInt(weight));
  const floors = exact.map((each) => each / whole);
  const left = Number(EXAMPLE - floors.reduce((sum, each) => sum + each, 0n));
  const byRemainder = exact
    .map((each, at) => ({ at, rest: each % whole }))
    .sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
    .slice(0, left);
  const more = new Set(byRemainder.map(({ at }) => at));
  return floors.map((each, at) => each + (more.has(at) ? 1n : 0n));
}

/** A plan's shares, told of a thousand yuan. */
export function Weights({ of }: { readonly of: readonly Weighed[] }) {
  const { t } = useTranslation();
  const amounts = ofThousand(of.map(({ weight }) => weight));
  return (
    <>
      <p className="ent-lead">{t('enterprise.plan.example')}</p>
      <SplitBar
        parts={of.map(({ pool }, at) => ({
          ...{ key: pool.id, label: pool.name, about: pool.place.name },
          sum: sumOf(amounts[at] ?? 0n, 'CNY'),
        }))}
      />
    </>
  );
}
