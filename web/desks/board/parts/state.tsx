import { Badge } from 'antd';
import { useTranslation } from 'react-i18next';

type Status = 'success' | 'processing' | 'default' | 'error' | 'warning';

/** How a state is marked beside its words: what waits, goes well, failed, or has ended. */
const MARKS: Readonly<Record<string, Status>> = {
  ...{ SUBMITTED: 'warning', REQUESTED: 'warning', ISSUED: 'warning', PENDING: 'warning' },
  ...{ AWARDED: 'success', ACTIVE: 'success', PAID: 'success', SUCCEEDED: 'success' },
  ...{ RUNNING: 'success', COMPLETED: 'success', SETTLED: 'success' },
  ...{ CHECKED: 'processing', UPCOMING: 'processing', APPROVED: 'processing' },
  ...{ ARRIVED: 'success', IN_TRANSIT: 'processing' },
  ...{ DECLINED: 'error', CANCELLED: 'error', FAILED: 'error' },
};

/** A state in words; `words` is the beginning of their keys. */
export function State({ words, of }: { readonly words: string; readonly of: string }) {
  const { t } = useTranslation();
  return <Badge status={MARKS[of] ?? 'default'} text={t(`${words}${of}`)} />;
}
