import { Badge } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AuditReportFragment } from '../../../generated/operations';

const MARKS = {
  WAITING: 'default',
  RUNNING: 'processing',
  RIGHT: 'success',
  WRONG: 'error',
} as const;

/** What came of a verification, in words and a mark. */
export function Outcome({ of: { state, wrong } }: { readonly of: AuditReportFragment }) {
  const { t } = useTranslation();
  return <Badge status={MARKS[state]} text={t(`audit.verify.${state}`, { count: wrong ?? 0 })} />;
}
