import { Button, Flex, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { BoardSetThresholds } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import type { PoolShown } from './pool-page';

interface Props {
  readonly pool: PoolShown;
  readonly onDone: () => void;
}

/** A line of the table as it is written. */
interface Line {
  readonly from: string;
  readonly approvals: string;
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
          control: <Table />,
        },
      ]}
      shape={({ thresholds }) => ({
        thresholds: (thresholds as Line[]).map(({ from, approvals }) => ({
          from: { amount: from.trim(), currency: pool.currency },
          approvals: Number(approvals),
        })),
      })}
      onDone={onDone}
    />
  );
}

/** From which amount on how many must approve; the first line begins at nothing. */
function Table(props: { readonly value?: readonly Line[]; onChange?: (lines: Line[]) => void }) {
  const { value = [], onChange } = props;
  const { t } = useTranslation();
  const write = (at: number, change: Partial<Line>) =>
    onChange?.(value.map((line, i) => (i === at ? { ...line, ...change } : line)));
  return (
    <Flex vertical gap="small">
      {value.map(({ from, approvals }, i) => (
        <Flex key={i} gap="small" align="center">
          <Input
            aria-label={`${t('board.thresholds.from')} ${i + 1}`}
            inputMode="decimal"
            prefix="¥"
            value={from}
            disabled={i === 0}
            onChange={({ target }) => write(i, { from: target.value })}
          />
          <Input
            aria-label={`${t('board.thresholds.approvals')} ${i + 1}`}
            inputMode="numeric"
            value={approvals}
            onChange={({ target }) => write(i, { approvals: target.value })}
          />
          <Button
            disabled={i === 0}
            aria-label={`${t('board.thresholds.remove')} ${i + 1}`}
            onClick={() => onChange?.(value.filter((_, each) => each !== i))}
          >
            ×
          </Button>
        </Flex>
      ))}
      <Button onClick={() => onChange?.([...value, { from: '', approvals: '' }])}>
        {t('board.thresholds.add')}
      </Button>
    </Flex>
  );
}
