import { useTranslation } from 'react-i18next';
import * as figures from '../../kit/figures';
import type { Language } from '../../kit/words';

/** The language of this screen; it draws anew when another is chosen. */
export function useLanguage(): Language {
  return useTranslation().i18n.language as Language;
}

const TABULAR = { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const;

/** An amount of money. */
export function Money({ of }: { readonly of: figures.MoneyLike }) {
  return <span style={TABULAR}>{figures.money(of, useLanguage())}</span>;
}

/** A whole number: credits, pieces, households. */
export function Count({ of }: { readonly of: number | string }) {
  return <span style={TABULAR}>{figures.count(of, useLanguage())}</span>;
}

/** A calendar day. */
export function Day({ of }: { readonly of: string }) {
  const language = useLanguage();
  return <time dateTime={of}>{figures.day(of, language)}</time>;
}

/** A moment, on the clocks of its place. */
export function Moment(props: { readonly of: string; readonly timeZone?: string }) {
  const { of, timeZone } = props;
  const language = useLanguage();
  return <time dateTime={of}>{figures.moment(of, language, timeZone)}</time>;
}
