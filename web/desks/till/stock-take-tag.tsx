import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StockTakeState } from '../../generated/operations';

const COLOURS = {
  COUNTING: 'processing',
  CLOSED: 'warning',
  APPROVED: 'success',
  DECLINED: 'default',
} as const;

/** How far a stock-take is. */
export function StockTakeTag({ state }: { readonly state: StockTakeState }) {
  const { t } = useTranslation();
  return (
    <Tag color={COLOURS[state]} variant="outlined">
      {t(`till.stock-take.${state}`)}
    </Tag>
  );
}
