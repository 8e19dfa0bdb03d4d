import type { FollowedGoods, GoodsStage } from '../../disclosure/goods-followed.reader';
import { goodsInWords } from '../../disclosure/in-words';
import { dayOf } from '../../kernel/calendar';
import type { Locale, Page } from '../gift-pages/frame';
import { markup, type Markup } from '../gift-pages/markup';
import type { Given, GivenKind } from './read-given';
import { GOODS_WORDS, type GoodsWords } from './words';

/** What became of goods, for whoever has their slip. */
export function goodsPage(given: Given, token: string, locale: Locale): Page {
  const words = GOODS_WORDS[locale];
  const { store } = given;
  return {
    locale,
    title: `${words.title} · ${store.name}`,
    body: markup`<p class="from">${store.name}</p>
      <h1>${words.title}</h1>
      ${about(given, words)}
      ${became(given, words)}
      ${given.kinds.map((kind) => told(kind, words, locale))}
      <p class="soft">${words.note}</p>
      <p><a class="button" href="/goods/${token}/slip.pdf?lang=${locale}">${words.print}</a></p>
      <footer><p>${words.keep}</p></footer>`,
  };
}

function about(given: Given, words: GoodsWords): Markup {
  const { gift, number, giver, drive, credits, kinds, timeZone } = given;
  const whole = kinds.reduce((sum, { lot }) => sum + lot.quantity, 0);
  const says = credits === null ? words.received : words.thanked(credits);
  return markup`<div class="card">
    <p class="amount">${words.whole(whole)}</p>
    <p class="state"><span>${says}</span></p>
    <p class="soft">${words.on(dayOf(gift.receivedAt, timeZone))}</p>
    <dl>
      ${fact(words.number, number)}
      ${fact(words.giver, giver ?? words.unnamed)}
      ${drive ? fact(words.drive, `${drive.title} · ${drive.place}`) : null}
    </dl>
  </div>`;
}

const ORDER: readonly GoodsStage[] = [
  ...(['exchanged', 'on_shelf', 'sent', 'written_off', 'recalled', 'missing'] as const),
];

/** The whole gift at a glance: how its pieces share, and how many households got some. */
function became({ kinds, households }: Given, words: GoodsWords): Markup {
  const parts = kinds.flatMap((kind) => kind.parts);
  const shares = ORDER.map((stage) => ({ stage, pieces: sumOf(parts, stage) })).filter(
    ({ pieces }) => pieces > 0,
  );
  const isTaken = shares.some(({ stage }) => stage === 'exchanged');
  const few = isTaken ? words.fewHouseholds : words.nobody;
  return markup`<section aria-labelledby="became">
    <h2 id="became">${words.became}</h2>
    ${bar(shares)}
    <ul class="parts">
      ${shares.map(
        ({ stage, pieces }) =>
          markup`<li><div class="line"><div>
            <p><span class="key ${stage}" aria-hidden="true"></span>${words.shares[stage](pieces)}</p>
          </div></div></li>`,
      )}
    </ul>
    <p>${households === null ? few : words.households(households)}</p>
  </section>`;
}

const sumOf = (parts: readonly FollowedGoods[], of: GoodsStage) =>
  parts.reduce((sum, { stage, pieces }) => (stage === of ? sum + pieces : sum), 0);

/** The list below it says the same, so that it need not be seen. */
function bar(shares: readonly { stage: GoodsStage; pieces: number }[]): Markup {
  const whole = shares.reduce((sum, { pieces }) => sum + pieces, 0) || 1;
  let x = 0;
  const rects = shares.map(({ stage, pieces }) => {
    const width = (pieces / whole) * 1000;
    const from = x;
    x += width;
    return markup`<rect class="${stage}" x="${from.toFixed(2)}" width="${width.toFixed(2)}"
      height="10" />`;
  });
  return markup`<svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    ${rects}
  </svg>`;
}

/** One kind of goods, month by month. */
function told({ lot, product, parts }: GivenKind, words: GoodsWords, locale: Locale): Markup {
  const language = locale === 'zh' ? 'zh-CN' : 'en';
  return markup`<section>
    <div class="line"><h2>${product.name}</h2><span>${words.pieces(lot.quantity, product.unit)}</span></div>
    <ul class="parts">
      ${parts.map(
        (part) => markup`<li><div class="line">
          <div>
            <p><span class="key ${part.stage}" aria-hidden="true"></span>${goodsInWords(language, part)}</p>
          </div>
          <span>${part.pieces}</span>
        </div></li>`,
      )}
    </ul>
  </section>`;
}

function fact(name: string, value: string): Markup {
  return markup`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
