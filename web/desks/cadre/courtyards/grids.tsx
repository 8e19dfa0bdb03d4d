import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../kit/figures';
import { Part } from '../../kit/part';

/** The grids that lie in no courtyard; of a community that has none, nothing is said. */
export function Grids({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (names.length === 0) return null;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return <Part title={t('cadre.grids')}>{list.format(names)}</Part>;
}
