import { useTranslation } from 'react-i18next';
import { Page } from '../kit/shown';

export default function BoardDesk() {
  const { t } = useTranslation();
  return <Page title={t('desk.board')}>{t('desk.board.says')}</Page>;
}
