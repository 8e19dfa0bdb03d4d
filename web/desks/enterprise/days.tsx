import { useTranslation } from 'react-i18next';
import { day } from '../../kit/figures';
import { useLanguage } from '../kit/figures';

const DAY_MS = 86_400_000;

/** The day so many days after another. */
export const daysAfter = (of: string, days: number): string =>
  new Date(Date.parse(`${of}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The day that it is in a time zone. */
export const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());

/** A period as people write it: from its first day to its last. */
export function Days({ of }: { readonly of: { readonly from: string; readonly until: string } }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const last = daysAfter(of.until, -1);
  return <>{t('enterprise.days', { first: day(of.from, language), last: day(last, language) })}</>;
}
