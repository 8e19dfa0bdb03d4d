import type { Locale, Page } from './frame';
import { markup } from './markup';
import { WORDS } from './words';

/** The pages that say one thing. */

export function unknownPage(locale: Locale): Page {
  const { unknown, unknownNote } = WORDS[locale];
  return {
    locale,
    title: unknown,
    body: markup`<h1>${unknown}</h1>
      <p>${unknownNote}</p>`,
  };
}

export function brokenPage(locale: Locale, incident: string): Page {
  const { broken, brokenNote } = WORDS[locale];
  return {
    locale,
    title: broken,
    body: markup`<h1>${broken}</h1>
      <p>${brokenNote(incident)}</p>`,
  };
}
