import { theme } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BoardPictureFragment } from '../../../generated/operations';
import { money, percent } from '../../../kit/figures';
import { partOf } from '../../../kit/sums';
import { Money, useLanguage } from '../../kit/figures';

const PARTS = ['spent', 'committed', 'available'] as const;

/** Where what lies beneath a figure is told. */
const BENEATH = { spent: 'grants', committed: 'grants', available: 'statement' } as const;

/** A pool's money as a bar: spent, promised and free make up what it received. */
export function PoolPicture({ pool }: { readonly pool: BoardPictureFragment }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { token } = theme.useToken();
  const colours = {
    spent: token.colorTextTertiary,
    committed: token.colorWarning,
    available: token.colorPrimary,
  };
  const shares = PARTS.map((part) => partOf(BigInt(pool[part].minor), BigInt(pool.received.minor)));
  const starts = shares.map((_, i) => shares.slice(0, i).reduce((sum, each) => sum + each, 0));
  const label = ['received' as const, ...PARTS]
    .map((part) => `${t(`board.pool.${part}`)} ${money(pool[part], language)}`)
    .join(language === 'en' ? ', ' : '，');
  return (
    <figure style={{ margin: 0 }}>
      <svg
        className="board-bar"
        role="img"
        aria-label={label}
        viewBox="0 0 1000 20"
        preserveAspectRatio="none"
      >
        <rect width="1000" height="20" rx="4" fill={token.colorFillSecondary} />
        {PARTS.map((part, i) => (
          <rect
            key={part}
            x={(starts[i] ?? 0) * 1000}
            width={Math.max(0, (shares[i] ?? 0) * 1000 - 2)}
            height="20"
            fill={colours[part]}
          />
        ))}
      </svg>
      <figcaption>
        <dl className="board-figures">
          <div>
            <dt>{t('board.pool.received')}</dt>
            <dd>
              <Link to={`/board/pools/${pool.id}/statement`}>
                <Money of={pool.received} />
              </Link>
            </dd>
          </div>
          {PARTS.map((part, i) => (
            <div key={part}>
              <dt>
                <svg className="board-swatch" viewBox="0 0 12 12" aria-hidden="true">
                  <rect width="12" height="12" rx="2" fill={colours[part]} />
                </svg>
                {t(`board.pool.${part}`)} · {percent(shares[i] ?? 0, language)}
              </dt>
              <dd>
                <Link to={`/board/pools/${pool.id}/${BENEATH[part]}`}>
                  <Money of={pool[part]} />
                </Link>
              </dd>
            </div>
          ))}
        </dl>
      </figcaption>
    </figure>
  );
}
