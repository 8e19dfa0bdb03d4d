import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Nothing } from '../kit/shown';

/** An address that leads nowhere. */
export function NotHere() {
  const { t } = useTranslation();
  return (
    <Nothing says={t('desk.not-here')}>
      <Link to="/desks">{t('desk.home')}</Link>
    </Nothing>
  );
}
