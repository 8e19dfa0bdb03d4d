import type { FastifyInstance, FastifyReply } from 'fastify';
import { donationByToken } from '../../donations/donation.reader';
import { connectedProcessor } from '../../payments/processor';
import type { ByToken, GiverPages } from './giver-pages';
import { lookSoon } from './look-soon';
import { notThere } from './not-there';
import { sendPaper } from './paper';
import { privately } from './privately';

/** So often the page that a giver comes back to looks again by itself: a minute. */
const MOST_LOOKS = 20;

/** What a gift's public pages (`web/public/give`) lead to and are led to by. */
export function registerGifts(app: FastifyInstance, pages: GiverPages): void {
  app.get('/gifts/:token/return', (request: ByToken, reply) => comeBack(pages, request, reply));
  app.get('/gifts/:token/papers/:name', (request: ByToken<{ name: string }>, reply) =>
    sendPaper(pages, request, reply),
  );
}

/** Whoever comes back from the checkout is shown what came of it, as soon as it is known. */
async function comeBack(
  { source, wake }: GiverPages,
  request: ByToken,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const donation = await donationByToken(source.manager, request.params.token);
  if (!donation) return notThere(reply);
  const home = `/gifts/${donation.token}`;
  const processor = connectedProcessor(source);
  if (!processor || donation.state === 'paid' || donation.state === 'cancelled')
    return await privately(reply).redirect(home, 303);
  const looks = Number(request.query.looks) || 0;
  const seen = await lookSoon(source, processor, donation);
  if (seen === null && looks < MOST_LOOKS)
    return await privately(reply).redirect(`${home}/looking?looks=${looks}`, 303);
  if (seen?.state === 'paid') wake('mails');
  return await privately(reply).redirect(home, 303);
}
