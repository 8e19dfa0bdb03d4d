import { useTranslation } from 'react-i18next';
import { count } from '../../kit/figures';
import { useLanguage } from '../kit/figures';

/** What comes of a file's lines, by kind: so many residents, so many new households. */
export function Made({ of }: { readonly of: Readonly<Record<string, number>> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (Object.keys(of).length === 0) return null;
  return (
    <ul className="imports-made">
      {Object.entries(of).map(([kind, number]) => (
        <li key={kind}>
          {t(`imports.made.${kind}`, { count: number, n: count(number, language) })}
        </li>
      ))}
    </ul>
  );
}
