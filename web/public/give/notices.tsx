import type { TFunction } from 'i18next';

/** That no money moves, where none does; nothing where gifts are real. */
export function DemoNotice({ isDemo, t }: { readonly isDemo: boolean; readonly t: TFunction }) {
  return isDemo ? <p className="give-demo">{t('give.demo')}</p> : null;
}
