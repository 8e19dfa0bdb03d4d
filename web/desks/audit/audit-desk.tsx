import { useTranslation } from 'react-i18next';
import { Page } from '../kit/shown';

export default function AuditDesk() {
  const { t } = useTranslation();
  return <Page title={t('desk.audit')}>{t('desk.audit.says')}</Page>;
}
