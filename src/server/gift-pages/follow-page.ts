import type { AcknowledgementFacts } from '../../papers/acknowledgement';
import { inFigures } from '../../papers/amounts';
import type { AcknowledgementRow } from '../../donations/acknowledgement.entity';
import type { Refund } from '../../donations/refund.reader';
import { amount, toDecimal } from '../../kernel/amount';
import { dayOf } from '../../kernel/calendar';
import { currency, type Currency, type MoneyInput } from '../../kernel/currency';
import type { Page } from './frame';
import { markup, type Markup } from './markup';
import type { ShownGift, ToldPart } from './read-gift';
import { WORDS, type Words } from './words';

export const moneyOf = (code: Currency, minor: bigint | string): MoneyInput => ({
  amount: toDecimal(amount(currency(code), BigInt(minor))),
  currency: code,
});

const LOOKS: Readonly<Record<string, string>> = {
  paid: 'paid',
  failed: 'ended',
  expired: 'ended',
  cancelled: 'ended',
};

/** Whether a gift can still be paid. */
export const isPayable = (state: string): boolean =>
  ['created', 'open', 'failed', 'expired'].includes(state);

/** What became of a gift, for whoever has its address. */
export function followPage(gift: ShownGift): Page {
  const { donation, purpose } = gift;
  const { locale } = donation;
  const words = WORDS[locale];
  return {
    locale,
    title: `${words.gift} · ${purpose.title}`,
    demo: donation.provider === 'local' ? words.demo : null,
    body: markup`<p class="from">${purpose.foundation}</p>
      <h1>${words.gift}</h1>
      ${about(gift, words)}
      ${isPayable(donation.state) ? payLink(donation.token, words) : null}
      ${followed(gift, words)}
      ${refunds(gift.refunds, gift, words)}
      ${papers(gift.papers, donation.token, words)}
      <footer><p>${words.keep}</p></footer>`,
  };
}

function about({ donation, purpose, matched }: ShownGift, words: Words): Markup {
  const { locale, currency: code, amountMinor, state, paidAt, giverName, message } = donation;
  const paidOn = paidAt ? words.on(dayOf(paidAt, purpose.timeZone)) : null;
  return markup`<div class="card">
    <p class="amount">${inFigures(locale, moneyOf(code, amountMinor))}</p>
    <p class="state ${LOOKS[state] ?? 'waits'}"><span>${words.states[state]}</span></p>
    ${paidOn ? markup`<p class="soft">${paidOn}</p>` : null}
    ${matched > 0n ? markup`<p>${words.matched(moneyOf(code, matched))}</p>` : null}
    <dl>
      ${fact(words.purpose, purpose.title)}
      ${fact(words.giver, giverName ?? words.anonymous)}
      ${donation.pledgeId ? fact(words.howOften, words.monthly) : null}
      ${message ? fact(words.message, message) : null}
    </dl>
  </div>`;
}

export function fact(name: string, value: string): Markup {
  return markup`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function payLink(token: string, words: Words): Markup {
  return markup`<p><a class="button" href="/gifts/${token}/pay">${words.pay}</a></p>`;
}

function followed({ parts, donation }: ShownGift, words: Words): Markup | null {
  if (parts.length === 0) return null;
  return markup`<section aria-labelledby="followed">
    <h2 id="followed">${words.followed}</h2>
    ${bar(parts)}
    <ul class="parts">
      ${parts.map(
        ({ currency: code, minor, stage, says, day }) =>
          markup`<li>
            <div class="line">
              <div>
                <p><span class="key ${stage}" aria-hidden="true"></span>${says}</p>
                ${day ? markup`<p class="soft">${words.on(day)}</p>` : null}
              </div>
              <span>${inFigures(donation.locale, moneyOf(code, minor))}</span>
            </div>
          </li>`,
      )}
    </ul>
    <p class="soft">${words.followedNote}</p>
  </section>`;
}

/** How the parts share the whole; the list below says the same, so that it need not be seen. */
function bar(parts: readonly ToldPart[]): Markup {
  const whole = parts.reduce((sum, { minor }) => sum + minor, 0n);
  const share = (minor: bigint) => Number((minor * 100_000n) / (whole || 1n)) / 100;
  let x = 0;
  const rects = parts.map(({ minor, stage }) => {
    const width = share(minor);
    x += width;
    return markup`<rect class="${stage}" x="${x - width}" width="${width}" height="10" />`;
  });
  return markup`<svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    ${rects}
  </svg>`;
}

function refunds(rows: readonly Refund[], { donation, purpose }: ShownGift, words: Words) {
  if (rows.length === 0) return null;
  return markup`<section aria-labelledby="refunds">
    <h2 id="refunds">${words.refunds}</h2>
    <ul>
      ${rows.map(
        ({ minor, state, requestedAt, currency: code }) =>
          markup`<li>
            <div class="line">
              <div>
                <p>${words.refundStates[state]}</p>
                <p class="soft">${words.on(dayOf(requestedAt, purpose.timeZone))}</p>
              </div>
              <span>${inFigures(donation.locale, moneyOf(code as Currency, minor))}</span>
            </div>
          </li>`,
      )}
    </ul>
  </section>`;
}

function papers(rows: readonly AcknowledgementRow[], token: string, words: Words): Markup | null {
  if (rows.length === 0) return null;
  return markup`<section aria-labelledby="papers">
    <h2 id="papers">${words.papers}</h2>
    <ul>
      ${rows.map(({ id, facts }) => {
        const { kind, number } = facts as AcknowledgementFacts;
        return markup`<li>
          <a href="/gifts/${token}/papers/${id}.pdf">${words.paper[kind]} ${number}</a>
          <span class="soft">PDF</span>
        </li>`;
      })}
    </ul>
    <p class="soft">${words.paperNote}</p>
  </section>`;
}
