import { useTranslation } from 'react-i18next';
import type { TransferState } from '../../../generated/operations';
import { Mark } from '../mark';

const MARKS = {
  SENT: 'busy',
  RECEIVED: 'careful',
  SETTLED: 'good',
  CANCELLED: 'plain',
} as const;

/** How far a transfer is. */
export function TransferTag({ state }: { readonly state: TransferState }) {
  const { t } = useTranslation();
  return <Mark as={MARKS[state]}>{t(`store.transfer.${state}`)}</Mark>;
}
