import { useTranslation } from 'react-i18next';
import type { StockTakeState } from '../../generated/operations';
import { Mark } from './mark';

const MARKS = {
  COUNTING: 'busy',
  CLOSED: 'careful',
  APPROVED: 'good',
  DECLINED: 'plain',
} as const;

/** How far a stock-take is. */
export function StockTakeTag({ state }: { readonly state: StockTakeState }) {
  const { t } = useTranslation();
  return <Mark as={MARKS[state]}>{t(`till.stock-take.${state}`)}</Mark>;
}
