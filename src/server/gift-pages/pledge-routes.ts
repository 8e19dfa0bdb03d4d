import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  cancelPledge,
  pausePledge,
  resumePledge,
  type ChangePledge,
} from '../../donations/change-pledge';
import type { PledgeRow } from '../../donations/pledge.entity';
import { pledgeByToken } from '../../donations/pledge.reader';
import { STRANGER } from '../../kernel/actor';
import { Refusal } from '../../kernel/refusal';
import { inUnitOfWork, type UnitOfWork } from '../../kernel/unit-of-work';
import { privately, sendPage } from './frame';
import type { ByToken, GiverPages } from './giver-pages';
import { pledgePage } from './pledge-page';
import { readPledge } from './read-pledge';
import { unknown } from './unknown';

type Act = (work: UnitOfWork, input: ChangePledge) => Promise<PledgeRow>;

const ACTS: Readonly<Record<string, Act>> = {
  pause: pausePledge,
  resume: resumePledge,
  cancel: cancelPledge,
};

export function registerPledges(app: FastifyInstance, pages: GiverPages): void {
  app.get('/pledges/:token', (request: ByToken, reply) => manage(pages, request, reply, null));
  for (const [name, act] of Object.entries(ACTS))
    app.post(`/pledges/:token/${name}`, (request: ByToken, reply) =>
      change(pages, request, reply, act),
    );
}

async function manage(
  { source }: GiverPages,
  request: ByToken,
  reply: FastifyReply,
  refusal: Refusal | null,
): Promise<FastifyReply> {
  const pledge = await pledgeByToken(source.manager, request.params.token);
  if (!pledge) return await unknown(request, reply);
  const page = pledgePage(await readPledge(source.manager, pledge), refusal);
  return await sendPage(reply, page, refusal ? 409 : 200);
}

async function change(
  pages: GiverPages,
  request: ByToken,
  reply: FastifyReply,
  act: Act,
): Promise<FastifyReply> {
  const { token } = request.params;
  try {
    await inUnitOfWork(pages.source, STRANGER, (work) => act(work, { pledgeToken: token }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return await manage(pages, request, reply, error);
  }
  pages.wake('mails');
  return await privately(reply).redirect(`/pledges/${token}`, 303);
}
