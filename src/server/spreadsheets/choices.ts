import { hasWords, LANGUAGES, say, type Language } from '../../api/say';

/** The code of the words for a value: `LotSource`, `DONATED` → `CHOICE_LotSource_DONATED`. */
export function codeOf(choice: string, value: string): string {
  return `CHOICE_${choice}_${value.toUpperCase()}`;
}

/** A value of an enum as people write it; as the API does where there are no words for it. */
export function wordFor(language: Language, choice: string, value: string): string {
  const code = codeOf(choice, value);
  return hasWords(code, language) ? say(language, code) : value;
}

/** The value that a word in either language stands for, or the API's own name; null: none. */
export function valueOf<Value extends string>(
  choice: string,
  values: readonly Value[],
  given: string,
): Value | null {
  const found = values.find(
    (value) =>
      given === value.toUpperCase() ||
      LANGUAGES.some((language) => wordFor(language, choice, value) === given),
  );
  return found ?? null;
}

/** All values in the words of a language, for whoever wrote another. */
export function wordsFor(language: Language, choice: string, values: readonly string[]): string {
  return values.map((value) => wordFor(language, choice, value)).join(' / ');
}
