import { useTranslation } from 'react-i18next';
import { daysAfter } from '../../kit/days';
import { day } from '../../kit/figures';
import { useLanguage } from '../kit/figures';

/** A period as people write it: from its first day to its last. */
export function Days({ of }: { readonly of: { readonly from: string; readonly until: string } }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const last = daysAfter(of.until, -1);
  return <>{t('enterprise.days', { first: day(of.from, language), last: day(last, language) })}</>;
}
