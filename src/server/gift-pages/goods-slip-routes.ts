import { DateTime } from 'luxon';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../api/say';
import { readGiven, type Given } from '../../disclosure/given-goods.reader';
import { goodsSlipLines, type GoodsSlipFacts } from '../../papers/goods-slip';
import { pdfOfSlip } from '../../papers/slip-pdf';
import { goodsGiftByToken } from '../../supermarkets/goods-gift.reader';
import { sendPaperPage, sendPaperPdf } from '../printed/paper-frame';
import { pageOfSlip } from '../printed/slip-page';
import type { GiverPages } from './giver-pages';
import { notThere } from './not-there';

type ByGoodsToken = FastifyRequest<{
  Params: { token: string };
  Querystring: { lang?: string };
}>;

/**
 * `GET /goods/<token>/slip` and `/slip.pdf`: the slip on which the word stands by which goods are
 * followed (`web/public/give/goods-page.tsx`). Whoever has it needs no account.
 */
export function registerGoodsSlips(app: FastifyInstance, pages: GiverPages): void {
  const { manager } = pages.source;
  const answer =
    (send: (reply: FastifyReply, facts: GoodsSlipFacts) => Promise<FastifyReply>) =>
    async (request: ByGoodsToken, reply: FastifyReply) => {
      const { token } = request.params;
      const gift = await goodsGiftByToken(manager, token);
      if (!gift) return notThere(reply);
      const given = await readGiven(manager, gift);
      const home = pages.publicUrl ?? `${request.protocol}://${request.host}`;
      return await send(reply, factsOf(given, `${home}/goods/${token}`, localeOf(request)));
    };
  app.get('/goods/:token/slip', answer(page));
  app.get('/goods/:token/slip.pdf', answer(pdf));
}

/** As the address asks for, or else as the browser speaks. */
function localeOf({ query: { lang }, headers }: ByGoodsToken): GoodsSlipFacts['locale'] {
  if (lang === 'zh' || lang === 'en') return lang;
  return languageOf(headers['accept-language']) === 'zh-CN' ? 'zh' : 'en';
}

async function page(reply: FastifyReply, facts: GoodsSlipFacts) {
  return await sendPaperPage(reply, await pageOfSlip(goodsSlipLines(facts), facts));
}

async function pdf(reply: FastifyReply, facts: GoodsSlipFacts) {
  const bytes = await pdfOfSlip(goodsSlipLines(facts), facts);
  return await sendPaperPdf(reply, `goods-${facts.number}`, bytes);
}

function factsOf(given: Given, url: string, locale: GoodsSlipFacts['locale']): GoodsSlipFacts {
  const { gift, number, store, giver, drive, credits, kinds, timeZone } = given;
  const received = DateTime.fromJSDate(gift.receivedAt, { zone: timeZone });
  return {
    ...{ locale, store: store.name, number, giver, drive, credits, url },
    occurredAt: received.toFormat('yyyy-MM-dd HH:mm'),
    goods: kinds.map(({ lot, product: { name, unit } }) => ({
      ...{ name, unit, quantity: lot.quantity, goodUntil: lot.expiresOn },
    })),
  };
}
