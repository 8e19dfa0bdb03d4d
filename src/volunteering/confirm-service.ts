import { draft, record } from '../bookkeeping/record';
import { CREDITS } from '../bookkeeping/rules/credits';
import { CITY } from '../api/context';
import { schemeById, type CreditScheme } from '../credits/credit-scheme.reader';
import { earningRoom } from '../credits/earning-room';
import { authorise, personOf } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { monthOf } from '../kernel/calendar';
import { naming, Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Draft } from '../ledger/draft';
import { needPlace } from '../society/place.reader';
import { residentById } from '../society/resident.reader';
import type { ServiceRow } from './service.entity';
import { mayConfirm } from './service.policy';
import { creditingOf, needService } from './service.reader';
import { confirmation } from './service-state';

/**
 * Confirms a service, which credits its whole credits to who served (A1, B9; see mayConfirm). Its
 * entry is its only write: a service is confirmed when the entry stands, however many confirm it at
 * once. The scheme's monthly cap is an account, opened with the month's first service: the ledger
 * decides whether there is room.
 *
 * Refuses: `ID_UNKNOWN`, `OWN_SERVICE`, `OWN_RECORD`, `SERVICE_DECLINED`, `SERVICE_CANCELLED`,
 * `MONTHLY_CAP_REACHED` (facts `available`, `required`), `BOOKS_BUSY`.
 */
export async function confirmService(
  work: UnitOfWork,
  input: { serviceId: string },
): Promise<ServiceRow> {
  const path = ['serviceId'];
  const { service, drafts } = await confirmable(work, input.serviceId, path);
  const recorded = await naming(path, () => record(work, service.communityId, ...drafts));
  if (recorded.at(-1)?.repeated) await refuseCancelled(work, service, path);
  return service;
}

/** A service with the entries that confirm it, for whoever may. */
export async function confirmable(
  work: UnitOfWork,
  serviceId: string,
  path: readonly string[],
): Promise<{ service: ServiceRow; drafts: Draft[] }> {
  const service = await needService(work, serviceId, path);
  const community = await needPlace(work, service.communityId, path);
  authorise(work.actor, mayConfirm(work.actor, service, community));
  await refuseOwn(work, service, path);
  if (service.declinedAt && !(await creditingOf(work, service)))
    throw new Refusal('SERVICE_DECLINED', {}, path);
  const [scheme] = await schemeById.read(work.db, CITY, [service.schemeId]);
  if (!scheme) throw new Error(`Service ${service.id} has no scheme`);
  const { residentId, performedAt: occurredAt } = service;
  const month = monthOf(occurredAt, community.timeZone);
  const room = earningRoom(scheme, { residentId, month, occurredAt });
  return { service, drafts: [...room, credited(scheme, service, month)] };
}

/** Confirmed before, and taken back since: it is not confirmed again. */
export async function refuseCancelled(
  work: UnitOfWork,
  service: ServiceRow,
  path: readonly string[],
): Promise<void> {
  if ((await creditingOf(work, service))?.cancelledAt)
    throw new Refusal('SERVICE_CANCELLED', {}, path);
}

/** Never one's own: neither who served nor who recorded it. */
async function refuseOwn(
  work: UnitOfWork,
  service: ServiceRow,
  path: readonly string[],
): Promise<void> {
  const personId = personOf(work.actor);
  const { communityId, residentId } = service;
  const [served] = await residentById.read(work.db, communityId, [residentId]);
  if (served?.personId === personId) throw new Refusal('OWN_SERVICE', {}, path);
  if (service.recordedBy === personId) throw new Refusal('OWN_RECORD', {}, path);
}

function credited(scheme: CreditScheme, service: ServiceRow, month: string): Draft {
  const { id: serviceId, residentId, organisationId, serviceKind, minutes } = service;
  return draft(
    CREDITS.serviceCredited,
    {
      ...{ serviceId, schemeId: scheme.id, residentId, organisationId, serviceKind, minutes },
      ...{ month, capped: scheme.monthlyCap !== null },
      credits: amount(scheme.asset, BigInt(service.credits)),
    },
    { request: confirmation(serviceId), occurredAt: service.performedAt },
  );
}
