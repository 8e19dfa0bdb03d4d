import { useTranslation } from 'react-i18next';
import type { Entry } from './entry-page';

/** By what an entry was posted, fact by fact; ids are those of the books. */
export function EntryFacts({ of }: { readonly of: Entry['facts'] }) {
  const { t } = useTranslation();
  if (of.length === 0) return <p className="audit-lead">{t('audit.facts.none')}</p>;
  return (
    <dl className="audit-told audit-facts">
      {of.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
