import { useTranslation } from 'react-i18next';
import { BoardClosePool } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Money } from '../../kit/figures';
import { Figures } from '../parts/figures-list';
import { useHolds } from '../parts/foundations';
import { Part } from '../parts/part';
import type { PoolShown } from './pool-page';

interface Props {
  readonly pool: PoolShown;
  readonly again: () => void;
}

/** Closes a pool for good, once nothing is in it; until then it says what still is. */
export function ClosePool({ pool, again }: Props) {
  const { t } = useTranslation();
  const isKeeper = useHolds(pool.foundation.id, 'CHAIR', 'SECRETARY');
  if (!isKeeper || pool.closedOn || pool.purpose === 'PUBLIC_FUND') return null;
  const parts = ['available', 'committed'] as const;
  const isEmpty = parts.every((part) => BigInt(pool[part].minor) === 0n);
  return (
    <Part title={t('board.pool.close')}>
      <p className="board-says">{t(`board.pool.close.${isEmpty ? 'empty' : 'holds'}`)}</p>
      {isEmpty ? (
        <ActButton
          document={BoardClosePool}
          title={t('board.pool.close')}
          danger
          go={t('board.pool.close.go')}
          given={{ poolId: pool.id }}
          effect={t('board.pool.close.effect', { pool: pool.name })}
          onDone={again}
          onRefused={again}
        />
      ) : (
        <Figures
          of={parts.map((part) => ({
            name: t(`board.pool.${part}`),
            value: <Money of={pool[part]} />,
          }))}
        />
      )}
    </Part>
  );
}
