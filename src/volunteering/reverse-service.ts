import { recordedBefore, reverse } from '../bookkeeping/record';
import { authorise, personOf } from '../kernel/actor';
import { naming, Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { entriesById } from '../ledger/entry.reader';
import { needPlace } from '../society/place.reader';
import type { ServiceRow } from './service.entity';
import { mayCancel } from './service.policy';
import { creditingOf, needService } from './service.reader';

/**
 * Takes a confirmed service back with a reason, by the mirror of its entry, at most once (a cadre
 * of the community). The month's room comes back with it; credits that are spent cannot be taken
 * back.
 *
 * Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `SERVICE_NOT_CONFIRMED`, `REVERSED_BEFORE`,
 * `INSUFFICIENT_CREDITS` (facts `available`, `required`), `BOOKS_BUSY`, `KEY_UNUSABLE`,
 * `KEY_REUSED`.
 */
export async function reverseService(
  work: UnitOfWork,
  input: { idempotencyKey: string; serviceId: string; reason: string },
): Promise<ServiceRow> {
  const service = await needService(work, input.serviceId, ['serviceId']);
  const community = await needPlace(work, service.communityId, ['serviceId']);
  authorise(work.actor, mayCancel(work.actor, community));
  personOf(work.actor);
  const asked = request('reverseService', input);
  if (await recordedBefore(work, service.communityId, asked)) return service;
  const reason = readReason(input.reason, ['reason']);
  const crediting = await creditingOf(work, service);
  if (!crediting) throw new Refusal('SERVICE_NOT_CONFIRMED', {}, ['serviceId']);
  const [entry] = await entriesById(work.db, service.communityId, [crediting.entryId]);
  if (!entry) throw new Error(`Service ${service.id} lost its entry`);
  await naming(['serviceId'], () =>
    reverse(work, entry, { request: asked, occurredAt: work.now, reason }),
  );
  return service;
}
