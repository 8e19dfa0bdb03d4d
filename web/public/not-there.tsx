import type { TFunction } from 'i18next';

/** What an address shows that leads nowhere. */
export function NotThere({ t }: { readonly t: TFunction }) {
  return (
    <>
      <h1>{t('public.not-there')}</h1>
      <p>{t('public.not-there.says')}</p>
      <p>
        <a href="/c">{t('public.book')}</a>
      </p>
    </>
  );
}
