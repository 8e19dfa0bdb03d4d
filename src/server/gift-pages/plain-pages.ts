import { say } from '../../api/say';
import type { Refusal } from '../../kernel/refusal';
import { inFigures } from '../../papers/amounts';
import { moneyOf } from './follow-page';
import type { Locale, Page } from './frame';
import { markup } from './markup';
import type { ShownGift } from './read-gift';
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

/** One button, and behind it the payment: what opens links by itself presses no buttons. */
export function payPage(
  { donation, purpose, checkouts }: ShownGift,
  refusal: Refusal | null = null,
): Page {
  const { locale, token, currency, amountMinor, provider } = donation;
  const words = WORDS[locale];
  const language = locale === 'zh' ? 'zh-CN' : 'en';
  const given = inFigures(locale, moneyOf(currency, amountMinor));
  return {
    locale,
    title: `${words.pay} · ${purpose.title}`,
    demo: provider === 'local' ? words.demo : null,
    leadsTo: leadsTo(checkouts),
    body: markup`<p class="from">${purpose.foundation}</p>
      <h1>${purpose.title}</h1>
      ${
        refusal
          ? markup`<div class="refusal" role="alert">
              <h2>${words.refused}</h2>
              <p>${say(language, refusal.code, refusal.facts)}</p>
            </div>`
          : null
      }
      <div class="card">
        <p class="amount">${given}</p>
        <p class="soft">${words.payNote(given)}</p>
        <form method="post" action="/gifts/${token}/pay"><button>${words.pay}</button></form>
      </div>
      <p><a href="/gifts/${token}">${words.back}</a></p>`,
  };
}

/** A form may only end where the gift's checkouts stand; before the first, nobody knows where. */
function leadsTo(checkouts: readonly string[]): string[] {
  if (checkouts.length === 0) return ['https:', 'http:'];
  return checkouts.map((url) => new URL(url).origin);
}

const LOOK_AGAIN_S = 3;

/** The giver is back, and the processor has not said yet what came of it. */
export function lookingPage({ donation, purpose }: ShownGift, next: string): Page {
  const { locale, provider } = donation;
  const words = WORDS[locale];
  return {
    locale,
    title: words.looking,
    demo: provider === 'local' ? words.demo : null,
    again: { seconds: LOOK_AGAIN_S, path: next },
    body: markup`<p class="from">${purpose.foundation}</p>
      <h1>${words.looking}</h1>
      <div class="card">
        <p role="status">${words.lookingNote}</p>
        <p><a class="button quiet" href="${next}">${words.lookNow}</a></p>
      </div>`,
  };
}
