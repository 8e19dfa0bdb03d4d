import { useTranslation } from 'react-i18next';
import { Page } from '../kit/shown';

export default function MeDesk() {
  const { t } = useTranslation();
  return <Page title={t('desk.me')}>{t('desk.me.says')}</Page>;
}
