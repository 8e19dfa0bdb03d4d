import { useTranslation } from 'react-i18next';
import { Page } from '../kit/shown';

export default function CadreDesk() {
  const { t } = useTranslation();
  return <Page title={t('desk.cadre')}>{t('desk.cadre.says')}</Page>;
}
