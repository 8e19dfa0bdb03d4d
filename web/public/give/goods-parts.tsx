import type { GoodsFollowQuery } from '../../generated/operations';
import { count } from '../../kit/figures';
import type { Visit } from '../page';

export type Goods = NonNullable<GoodsFollowQuery['givenGoods']>;
type Kind = Goods['kinds'][number];
type Stage = Kind['followed'][number]['stage'];

/** From what reached somebody to what reached nobody. */
const ORDER: readonly Stage[] = [
  ...(['EXCHANGED', 'ON_SHELF', 'SENT', 'WRITTEN_OFF', 'RECALLED', 'MISSING'] as const),
];

interface Share {
  readonly stage: Stage;
  readonly pieces: number;
}

/** The whole gift at a glance: how its pieces share, and how many households got some. */
export function GoodsShares({ goods, visit }: { readonly goods: Goods; readonly visit: Visit }) {
  const { t, language } = visit;
  const { kinds, households } = goods;
  const shares = ORDER.map((stage) => ({ stage, pieces: sumOf(kinds, stage) })).filter(
    ({ pieces }) => pieces > 0,
  );
  const isTaken = shares.some(({ stage }) => stage === 'EXCHANGED');
  const few = t(isTaken ? 'goods.few' : 'goods.nobody');
  const told =
    households === null ? few : t('goods.households', { households: count(households, language) });
  return (
    <section aria-labelledby="became" className="goods">
      <h2 id="became">{t('goods.became')}</h2>
      <Bar shares={shares} />
      <ul className="give-gifts">
        {shares.map(({ stage, pieces }) => (
          <li key={stage}>
            <Key stage={stage} />
            {t(`goods.share.${stage}`, { pieces: count(pieces, language) })}
          </li>
        ))}
      </ul>
      <p>{told}</p>
    </section>
  );
}

const sumOf = (kinds: readonly Kind[], of: Stage): number =>
  kinds
    .flatMap(({ followed }) => followed)
    .reduce((sum, { stage, pieces }) => (stage === of ? sum + pieces : sum), 0);

const Key = ({ stage }: Pick<Share, 'stage'>) => (
  <svg className="goods-key" viewBox="0 0 10 10" aria-hidden="true">
    <rect className={stage} width="10" height="10" rx="3" />
  </svg>
);

const WIDE = 1000;

/** The list below it says the same, so that it need not be seen. */
function Bar({ shares }: { readonly shares: readonly Share[] }) {
  const whole = shares.reduce((sum, { pieces }) => sum + pieces, 0) || 1;
  const before = shares.map((_, at) =>
    shares.slice(0, at).reduce((sum, { pieces }) => sum + pieces, 0),
  );
  const wide = (pieces: number) => ((pieces / whole) * WIDE).toFixed(2);
  return (
    <svg
      className="goods-bar"
      viewBox={`0 0 ${WIDE} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {shares.map(({ stage, pieces }, at) => (
        <rect
          key={stage}
          className={stage}
          x={wide(before[at] ?? 0)}
          width={wide(pieces)}
          height="10"
        />
      ))}
    </svg>
  );
}

/** One kind of goods, month by month. */
export function GoodsParts({ kind, visit }: { readonly kind: Kind; readonly visit: Visit }) {
  const { t, language } = visit;
  const { name, unit, pieces, followed } = kind;
  return (
    <section className="goods">
      <div className="give-line">
        <h2>{name}</h2>
        <span>{t('goods.pieces', { pieces: count(pieces, language), unit })}</span>
      </div>
      <ul className="give-gifts">
        {followed.map((part) => (
          <li key={`${part.stage} ${part.month}`} className="give-line">
            <span>
              <Key stage={part.stage} />
              {part.says}
            </span>
            <span>{count(part.pieces, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
