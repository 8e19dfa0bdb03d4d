import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Nothing } from '../kit/shown';
import { type Desk, desksOf } from './desks';
import { useMe } from './viewer';

/** Lets those in whose roles open a desk; what each may do there, the server decides anyway. */
export function DeskDoor({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation();
  if (desksOf(useMe()).includes(desk)) return <desk.Component />;
  return (
    <Nothing says={t('desk.not-yours')}>
      <Link to="/desks">{t('desk.home')}</Link>
    </Nothing>
  );
}
