import { authorise, personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { ServiceRow } from './service.entity';
import { mayConfirm } from './service.policy';
import { creditingOf, needService } from './service.reader';

/**
 * Says with a reason that a recorded service was not done so (who may confirm it; who recorded it
 * withdraws it so). Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `SERVICE_CONFIRMED`, `SERVICE_CANCELLED`,
 * `SERVICE_DECLINED`.
 */
export async function declineService(
  work: UnitOfWork,
  input: { serviceId: string; reason: string },
): Promise<ServiceRow> {
  const service = await needService(work, input.serviceId, ['serviceId']);
  const community = await needPlace(work, service.communityId, ['serviceId']);
  authorise(work.actor, mayConfirm(work.actor, service, community));
  const declineReason = readReason(input.reason, ['reason']);
  const declined = { declinedBy: personOf(work.actor), declinedAt: work.now, declineReason };
  const { communityId, id } = service;
  const db = await work.begin();
  const [first]: { declined: boolean }[] = await db.query(
    `select declined_at is not null as declined from service
     where community_id = $1 and id = $2 for update`,
    [communityId, id],
  );
  if (first?.declined) throw new Refusal('SERVICE_DECLINED', {}, ['serviceId']);
  await db.update(ServiceRow, { communityId, id }, declined);
  const crediting = await creditingOf(work, service);
  if (crediting) {
    const code = crediting.cancelledAt ? 'SERVICE_CANCELLED' : 'SERVICE_CONFIRMED';
    throw new Refusal(code, {}, ['serviceId']);
  }
  return { ...service, ...declined };
}
