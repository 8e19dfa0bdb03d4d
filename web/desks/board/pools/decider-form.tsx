import { useTranslation } from 'react-i18next';
import { BoardCouncils, BoardSetDecider } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { found } from '../../kit/found';
import { useWhole } from '../../kit/use-whole';
import type { PoolShown } from './pool-page';

interface Props {
  readonly pool: PoolShown;
  readonly onDone: () => void;
}

/** The chair says who decides what a pool gives: the board, or a council of the community. */
export function DeciderForm({ pool, onDone }: Props) {
  const { t } = useTranslation();
  const { data: councils = [] } = useWhole(
    BoardCouncils,
    [{ placeId: pool.place.id }],
    ({ node }) => found(node)?.councils,
  );
  const board = { value: 'BOARD', label: t('board.decider.BOARD') };
  const standing = councils.filter(({ dissolvedAt }) => dissolvedAt === null);
  const others = standing.map(({ id, name }) => ({ value: id, label: name }));
  const now = pool.decider.council?.id ?? 'BOARD';
  return (
    <ActButton
      document={BoardSetDecider}
      title={t('board.decider.set')}
      button={{ size: 'small' }}
      go={t('board.decider.go')}
      given={{ poolId: pool.id }}
      effect={t('board.decider.effect')}
      fields={[
        {
          ...{ name: 'councilId', kind: 'choice', label: t('board.decider'), first: now },
          options: [board, ...others],
        },
      ]}
      shape={({ councilId }) =>
        councilId === 'BOARD' ? { decidedBy: 'BOARD' } : { decidedBy: 'COUNCIL', councilId }
      }
      onDone={onDone}
    />
  );
}
