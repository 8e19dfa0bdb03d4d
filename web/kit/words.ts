import i18next, { type i18n, type TFunction } from 'i18next';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The catalogue's form, here as in `src/words`: both languages side by side under each key. */
export type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Words of one page or desk, as a language's translator; one per process or browser. */
export const catalogue: i18n = i18next.createInstance();

void catalogue.init({
  lng: 'zh-CN',
  fallbackLng: false,
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: {},
});

/** Adds the words of a desk when it is loaded; what was added before stays. */
export function addWords(words: Words): void {
  for (const language of LANGUAGES) {
    const said = Object.fromEntries(
      Object.entries(words).map(([key, each]) => [key, each[language]]),
    );
    catalogue.addResourceBundle(language, 'translation', said, true, true);
  }
}

/** The translator of a language, where no React tells which one is meant. */
export function wordsIn(language: Language): TFunction {
  return catalogue.getFixedT(language);
}
