import type { FastifyInstance, FastifyReply } from 'fastify';
import { countGift } from '../../donations/count-gift';
import { donationByToken } from '../../donations/donation.reader';
import { openCheckout } from '../../donations/open-checkout';
import { STRANGER } from '../../kernel/actor';
import { Refusal } from '../../kernel/refusal';
import { inUnitOfWork } from '../../kernel/unit-of-work';
import { connectedProcessor } from '../../payments/processor';
import { followPage, isPayable } from './follow-page';
import { privately, sendPage } from './frame';
import type { ByToken, GiverPages } from './giver-pages';
import { lookSoon } from './look-soon';
import { sendPaper } from './paper';
import { lookingPage, payPage } from './plain-pages';
import { readGift } from './read-gift';
import { unknown } from './unknown';

/** So often the page that a giver comes back to looks again by itself: a minute. */
const MOST_LOOKS = 20;

const BUSY: Readonly<Record<string, number>> = {
  TOO_MANY_TRIES: 429,
  PROCESSOR_REFUSED: 409,
};

export function registerGifts(app: FastifyInstance, pages: GiverPages): void {
  app.get('/gifts/:token', (request: ByToken, reply) => follow(pages, request, reply));
  app.get('/gifts/:token/return', (request: ByToken, reply) => comeBack(pages, request, reply));
  app.get('/gifts/:token/pay', (request: ByToken, reply) => askToPay(pages, request, reply));
  app.post('/gifts/:token/pay', (request: ByToken, reply) => pay(pages, request, reply));
  app.get('/gifts/:token/papers/:name', (request: ByToken<{ name: string }>, reply) =>
    sendPaper(pages, request, reply),
  );
}

async function follow(
  { source }: GiverPages,
  request: ByToken,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const donation = await donationByToken(source.manager, request.params.token);
  if (!donation) return await unknown(request, reply);
  return await sendPage(reply, followPage(await readGift(source.manager, donation)));
}

/** Whoever comes back from the checkout is shown what came of it, as soon as it is known. */
async function comeBack(
  { source, wake }: GiverPages,
  request: ByToken,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const donation = await donationByToken(source.manager, request.params.token);
  if (!donation) return await unknown(request, reply);
  const home = `/gifts/${donation.token}`;
  const processor = connectedProcessor(source);
  if (!processor || donation.state === 'paid' || donation.state === 'cancelled')
    return await privately(reply).redirect(home, 303);
  const looks = Number(request.query.looks) || 0;
  const seen = await lookSoon(source, processor, donation);
  if (seen === null && looks < MOST_LOOKS) {
    const next = `${home}/return?looks=${looks + 1}`;
    return await sendPage(reply, lookingPage(await readGift(source.manager, donation), next));
  }
  if (seen?.state === 'paid') wake('mails');
  return await privately(reply).redirect(home, 303);
}

async function askToPay(
  { source }: GiverPages,
  request: ByToken,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const donation = await donationByToken(source.manager, request.params.token);
  if (!donation) return await unknown(request, reply);
  if (!isPayable(donation.state))
    return await privately(reply).redirect(`/gifts/${donation.token}`, 303);
  return await sendPage(reply, payPage(await readGift(source.manager, donation)));
}

async function pay(
  { source }: GiverPages,
  request: ByToken,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const donation = await donationByToken(source.manager, request.params.token);
  if (!donation) return await unknown(request, reply);
  const home = `/gifts/${donation.token}`;
  if (!isPayable(donation.state)) return await privately(reply).redirect(home, 303);
  try {
    await countGift(source, request.ip);
    const { checkoutUrl } = await inUnitOfWork(source, STRANGER, (work) =>
      openCheckout(work, donation, null),
    );
    return await privately(reply).redirect(checkoutUrl ?? home, 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // What was paid meanwhile is no refusal to a giver.
    if (error.code.startsWith('GIFT_')) return await privately(reply).redirect(home, 303);
    const page = payPage(await readGift(source.manager, donation), error);
    return await sendPage(reply, page, BUSY[error.code] ?? 503);
  }
}
