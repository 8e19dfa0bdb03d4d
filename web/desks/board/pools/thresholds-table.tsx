import { Button, Flex, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Currency } from '../../../generated/operations';

/** A line of the table as it is written. */
interface Line {
  readonly from: string;
  readonly approvals: string;
}

/** The table as the API takes it; what is no whole number is refused as none. */
export const thresholdsOf = (written: unknown, currency: Currency) =>
  (written as readonly Line[]).map(({ from, approvals }) => ({
    from: { amount: from.trim(), currency },
    approvals: /^\d{1,4}$/.test(approvals.trim()) ? Number(approvals) : 0,
  }));

/** From which amount on how many must approve; the first line begins at nothing. */
export function ThresholdsTable(props: {
  readonly value?: readonly Line[];
  onChange?: (lines: Line[]) => void;
}) {
  const { value = [], onChange } = props;
  const { t } = useTranslation();
  const write = (at: number, change: Partial<Line>) =>
    onChange?.(value.map((line, i) => (i === at ? { ...line, ...change } : line)));
  return (
    <Flex vertical gap="small">
      <Flex gap="small" aria-hidden>
        {(['from', 'approvals'] as const).map((name) => (
          <span key={name} style={{ flex: 1 }}>
            {t(`board.thresholds.${name}`)}
          </span>
        ))}
        <span style={{ width: 40 }} />
      </Flex>
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
