import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { BoardPool, type BoardPoolQuery } from '../../../generated/operations';
import { day } from '../../../kit/figures';
import { useLanguage } from '../../kit/figures';
import { Page } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { NodeShown } from '../parts/node-shown';
import { Part } from '../parts/part';
import { Campaigns } from './campaigns';
import { PoolApplications, PoolGrants } from './given';
import { PoolPicture } from './pool-picture';
import { PoolRules } from './pool-rules';
import { PoolStatement } from './pool-statement';

export type PoolShown = Extract<NonNullable<BoardPoolQuery['node']>, { purpose: unknown }>;

/** The parts of a pool, in order; each has an address. */
const TABS: readonly { key: string; draw: (pool: PoolShown, again: () => void) => ReactNode }[] = [
  { key: 'grants', draw: ({ id }) => <PoolGrants poolId={id} /> },
  { key: 'applications', draw: ({ id }) => <PoolApplications poolId={id} /> },
  { key: 'statement', draw: (pool) => <PoolStatement pool={pool} /> },
  { key: 'campaigns', draw: (pool) => <Campaigns pool={pool} /> },
  { key: 'rules', draw: (pool, again) => <PoolRules pool={pool} again={again} /> },
];

/** A pool: its picture, what it gave and was asked for, its statement, and who decides about it. */
export function PoolPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id = '', tab = 'grants' } = useParams();
  const read = useRead(BoardPool, { id });
  return (
    <NodeShown read={read} has="purpose">
      {(node) => {
        return (
          <Page title={node.name}>
            <Part
              title={t('board.pool.picture')}
              extra={
                <span>
                  {node.foundation.name} · {node.place.name}
                  {node.closedOn &&
                    ` · ${t('board.pool.closed-on', { day: day(node.closedOn, language) })}`}
                </span>
              }
            >
              <PoolPicture pool={node} />
              {node.restriction && <p className="board-text">{node.restriction}</p>}
            </Part>
            <nav aria-label={node.name} className="no-print board-menu">
              {TABS.map(({ key }) => (
                <Link
                  key={key}
                  to={`/board/pools/${id}/${key}`}
                  {...(key === tab && { 'aria-current': 'page' as const })}
                >
                  {t(`board.pool.tab.${key}`)}
                </Link>
              ))}
            </nav>
            {TABS.find(({ key }) => key === tab)?.draw(node, read.again)}
          </Page>
        );
      }}
    </NodeShown>
  );
}
