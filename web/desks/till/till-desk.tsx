import { useTranslation } from 'react-i18next';
import { Page } from '../kit/shown';

export default function TillDesk() {
  const { t } = useTranslation();
  return <Page title={t('desk.till')}>{t('desk.till.says')}</Page>;
}
