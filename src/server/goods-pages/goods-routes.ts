import { DateTime } from 'luxon';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { goodsSlipLines, type GoodsSlipFacts } from '../../papers/goods-slip';
import { pdfOfSlip } from '../../papers/slip-pdf';
import { goodsGiftByToken } from '../../supermarkets/goods-gift.reader';
import { sendPage, type Locale } from '../gift-pages/frame';
import type { GiverPages } from '../gift-pages/giver-pages';
import { localeOf, unknown } from '../gift-pages/unknown';
import { sendPaperPage, sendPaperPdf } from '../printed/paper-frame';
import { pageOfSlip } from '../printed/slip-page';
import { goodsPage } from './goods-page';
import { readGiven, type Given } from './read-given';

type ByGoodsToken = FastifyRequest<{
  Params: { token: string };
  Querystring: { lang?: string };
}>;

/**
 * `GET /goods/<token>`: what became of goods that were given, and `/slip` and `/slip.pdf`, the slip
 * on which the word stands. Whoever has it needs no account.
 */
export function registerGoods(app: FastifyInstance, pages: GiverPages): void {
  const { manager } = pages.source;
  const answer =
    (send: (reply: FastifyReply, shown: Shown) => Promise<FastifyReply>) =>
    async (request: ByGoodsToken, reply: FastifyReply) => {
      const { token } = request.params;
      const gift = await goodsGiftByToken(manager, token);
      if (!gift) return await unknown(request, reply);
      const given = await readGiven(manager, gift);
      const home = pages.publicUrl ?? `${request.protocol}://${request.host}`;
      return await send(reply, { given, token, home, locale: languageOf(request) });
    };
  app.get('/goods/:token', answer(follow));
  app.get('/goods/:token/slip', answer(page));
  app.get('/goods/:token/slip.pdf', answer(pdf));
}

/** What is shown, and how. */
interface Shown {
  readonly given: Given;
  readonly token: string;
  /** Where people find this server. */
  readonly home: string;
  readonly locale: Locale;
}

/** As the address asks for, or else as the browser speaks. */
function languageOf(request: ByGoodsToken): Locale {
  const { lang } = request.query;
  return lang === 'zh' || lang === 'en' ? lang : localeOf(request);
}

async function follow(reply: FastifyReply, { given, token, locale }: Shown) {
  return await sendPage(reply, goodsPage(given, token, locale));
}

async function page(reply: FastifyReply, shown: Shown) {
  const facts = factsOf(shown);
  return await sendPaperPage(reply, await pageOfSlip(goodsSlipLines(facts), facts));
}

async function pdf(reply: FastifyReply, shown: Shown) {
  const facts = factsOf(shown);
  const bytes = await pdfOfSlip(goodsSlipLines(facts), facts);
  return await sendPaperPdf(reply, `goods-${facts.number}`, bytes);
}

function factsOf({ given, token, home, locale }: Shown): GoodsSlipFacts {
  const { gift, number, store, giver, drive, credits, kinds, timeZone } = given;
  const received = DateTime.fromJSDate(gift.receivedAt, { zone: timeZone });
  return {
    ...{ locale, store: store.name, number, giver, drive, credits },
    occurredAt: received.toFormat('yyyy-MM-dd HH:mm'),
    goods: kinds.map(({ lot, product: { name, unit } }) => ({
      ...{ name, unit, quantity: lot.quantity, goodUntil: lot.expiresOn },
    })),
    url: `${home}/goods/${token}`,
  };
}
