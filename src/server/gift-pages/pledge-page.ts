import { dayOf } from '../../kernel/calendar';
import { inFigures } from '../../papers/amounts';
import { say } from '../../api/say';
import type { DonationRow } from '../../donations/donation.entity';
import type { PledgeRow } from '../../donations/pledge.entity';
import type { Purpose } from '../../donations/purpose';
import type { Refusal } from '../../kernel/refusal';
import { fact, moneyOf } from './follow-page';
import type { Page } from './frame';
import { markup, type Markup } from './markup';
import { WORDS, type Words } from './words';

export interface ShownPledge {
  readonly pledge: PledgeRow;
  readonly purpose: Purpose;
  /** The last ones first. */
  readonly donations: readonly DonationRow[];
  /** Whether there are older ones. */
  readonly more: boolean;
  readonly locale: DonationRow['locale'];
  readonly provider: DonationRow['provider'];
}

const LOOKS: Readonly<Partial<Record<PledgeRow['state'], string>>> = {
  active: 'paid',
  cancelled: 'ended',
};

/** Where a giver pauses or ends a monthly gift. */
export function pledgePage(shown: ShownPledge, refusal: Refusal | null = null): Page {
  const { pledge, purpose, locale, provider } = shown;
  const words = WORDS[locale];
  const given = inFigures(locale, moneyOf(pledge.currency, pledge.amountMinor));
  return {
    locale,
    title: `${words.pledge} · ${purpose.title}`,
    demo: provider === 'local' ? words.demo : null,
    body: markup`<p class="from">${purpose.foundation}</p>
      <h1>${words.pledge}</h1>
      ${refusal ? refused(refusal, locale) : null}
      <div class="card">
        <p class="amount">${words.every(given)}</p>
        <p class="state ${LOOKS[pledge.state] ?? 'waits'}">
          <span>${words.pledgeStates[pledge.state]}</span>
        </p>
        <dl>
          ${fact(words.purpose, purpose.title)}
          ${fact(words.way, words.ways[pledge.way])}
        </dl>
      </div>
      ${acts(pledge, words)}
      ${gifts(shown, words)}`,
  };
}

function refused({ code, facts }: Refusal, locale: ShownPledge['locale']): Markup {
  const says = say(locale === 'zh' ? 'zh-CN' : 'en', code, facts);
  return markup`<div class="refusal" role="alert"><p>${says}</p></div>`;
}

function acts({ state, token }: PledgeRow, words: Words): Markup | null {
  if (state === 'cancelled') return null;
  const act = (name: string, look: string, says: string) =>
    markup`<form method="post" action="/pledges/${token}/${name}">
      <button class="${look}">${says}</button>
    </form>`;
  return markup`<section>
    ${state === 'paused' ? act('resume', 'go', words.resume) : null}
    ${state === 'active' || state === 'past_due' ? act('pause', 'quiet', words.pause) : null}
    <details>
      <summary>${words.end}</summary>
      <p class="soft">${words.endNote}</p>
      ${act('cancel', 'end', words.endNow)}
    </details>
  </section>`;
}

function gifts({ donations, purpose, locale, more }: ShownPledge, words: Words): Markup | null {
  if (donations.length === 0) return null;
  return markup`<section aria-labelledby="given">
    <h2 id="given">${words.given}</h2>
    <ul>
      ${donations.map(
        ({ token, state, startedAt, paidAt, currency, amountMinor }) =>
          markup`<li>
            <div class="line">
              <div>
                <p>
                  <a href="/gifts/${token}">
                    ${words.on(dayOf(paidAt ?? startedAt, purpose.timeZone))}</a>
                </p>
                <p class="soft">${words.states[state]}</p>
              </div>
              <span>${inFigures(locale, moneyOf(currency, amountMinor))}</span>
            </div>
          </li>`,
      )}
    </ul>
    ${more ? markup`<p class="soft">${words.more}</p>` : null}
  </section>`;
}
