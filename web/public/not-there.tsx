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

/** What went wrong with us: nobody is at fault, and the number finds it in the log. */
export function Failed({ t, incident }: { readonly t: TFunction; readonly incident: string }) {
  return (
    <>
      <h1>{t('public.failed')}</h1>
      <p>{t('public.failed.says')}</p>
      <p>
        <code>{incident}</code>
      </p>
    </>
  );
}
