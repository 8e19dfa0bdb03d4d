import { useTranslation } from 'react-i18next';
import { BoardSetDecider } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import type { PoolShown } from './pool-page';

interface Props {
  readonly pool: PoolShown;
  readonly onDone: () => void;
}

/** The chair says who decides what a pool gives: the board, or a council of the community. */
export function DeciderForm({ pool, onDone }: Props) {
  const { t } = useTranslation();
  const councils = pool.place.councils.edges
    .map(({ node }) => node)
    .filter(({ dissolvedAt }) => dissolvedAt === null);
  const board = { value: 'BOARD', label: t('board.decider.BOARD') };
  const others = councils.map(({ id, name }) => ({ value: id, label: name }));
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
          ...{ name: 'decider', kind: 'choice', label: t('board.decider'), first: now },
          options: [board, ...others],
        },
      ]}
      shape={({ decider }) =>
        decider === 'BOARD' ? { decidedBy: 'BOARD' } : { decidedBy: 'COUNCIL', councilId: decider }
      }
      onDone={onDone}
    />
  );
}
