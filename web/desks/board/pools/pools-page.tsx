import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BoardPools } from '../../../generated/operations';
import { Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { type Foundation, useFoundations, useHolds } from '../parts/foundations';
import { Listed } from '../../kit/listed';
import { OpenPool } from './open-pool';
import { PoolPicture } from './pool-picture';

/** The pools of the foundations for which somebody acts, each with its picture. */
export function PoolsPage() {
  const { t } = useTranslation();
  const foundations = useFoundations();
  return (
    <Page title={t('board.menu.pools')}>
      {foundations.map((foundation) => (
        <PoolsOf key={foundation.id} foundation={foundation} />
      ))}
    </Page>
  );
}

function PoolsOf({ foundation }: { readonly foundation: Foundation }) {
  const { t } = useTranslation();
  const mayOpen = useHolds(foundation.id, 'CHAIR', 'SECRETARY') && foundation.kind === 'FOUNDATION';
  const list = useList(BoardPools, { foundationId: foundation.id }, ({ node }) =>
    node && 'pools' in node ? node.pools : null,
  );
  return (
    <section aria-label={foundation.name}>
      <div className="board-line board-part">
        <h2 className="board-group">{foundation.name}</h2>
        {mayOpen && <OpenPool foundation={foundation} />}
      </div>
      <Listed list={list} empty={t('board.pools.empty')}>
        {(pools) => (
          <ul className="board-cards">
            {pools.map((pool) => (
              <li key={pool.id}>
                <Card size="small">
                  <div className="board-line board-part">
                    <Link to={`/board/pools/${pool.id}`}>
                      <strong>{pool.name}</strong>
                    </Link>
                    <span>
                      {pool.place.name} · {t(`board.purpose.${pool.purpose}`)}
                      {pool.closedOn && ` · ${t('board.pool.closed')}`}
                    </span>
                  </div>
                  <PoolPicture pool={pool} />
                </Card>
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </section>
  );
}
