import { catalogue, LANGUAGES, type Language } from '../../kit/words';

const KEY = 'linli.language';

/** The language that was chosen on this device; else the browser's; else Chinese. */
export function chosenLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  const known = LANGUAGES.find((each) => each === kept);
  if (known) return known;
  return navigator.language.startsWith('en') ? 'en' : 'zh-CN';
}

/** Speaks another language from now on, and tells screen readers and hyphenation so. */
export function speak(language: Language): void {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  void catalogue.changeLanguage(language);
}

/** The language of this moment, for what is asked and formatted. */
export const language = (): Language => catalogue.language as Language;
