import { useTranslation } from 'react-i18next';
import { Day } from '../../kit/figures';

/** The last good day of a lot, or that it keeps. */
export function LotDay({ expiresOn }: { readonly expiresOn: string | null }) {
  const { t } = useTranslation();
  if (!expiresOn) return <span>{t('till.keeps')}</span>;
  return (
    <span>
      {t('till.good-until')} <Day of={expiresOn} />
    </span>
  );
}
