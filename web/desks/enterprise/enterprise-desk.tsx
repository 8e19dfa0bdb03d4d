import { useTranslation } from 'react-i18next';
import { Page } from '../kit/shown';

export default function EnterpriseDesk() {
  const { t } = useTranslation();
  return <Page title={t('desk.enterprise')}>{t('desk.enterprise.says')}</Page>;
}
