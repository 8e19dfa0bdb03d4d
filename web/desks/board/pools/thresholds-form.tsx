import { useTranslation } from 'react-i18next';
import { BoardSetThresholds } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import type { PoolShown } from './pool-page';
import { thresholdsOf, ThresholdsTable } from './thresholds-table';

interface Props {
  readonly pool: PoolShown;
  readonly onDone: () => void;
}

/** The chair sets the table of approvals as a whole; earlier applications keep their figures. */
export function ThresholdsForm({ pool, onDone }: Props) {
  const { t } = useTranslation();
  const first = pool.thresholds.map(({ from, approvals }) => ({
    ...{ from: from.amount, approvals: String(approvals) },
  }));
  return (
    <ActButton
      document={BoardSetThresholds}
      title={t('board.thresholds.set')}
      button={{ size: 'small' }}
      go={t('board.thresholds.go')}
      given={{ poolId: pool.id }}
      effect={t('board.thresholds.effect')}
      fields={[
        {
          ...{ name: 'thresholds', kind: 'own', label: t('board.thresholds'), first },
          control: <ThresholdsTable />,
        },
      ]}
      shape={({ thresholds }) => ({ thresholds: thresholdsOf(thresholds, pool.currency) })}
      onDone={onDone}
    />
  );
}
