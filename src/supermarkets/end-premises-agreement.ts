import { authorise } from '../kernel/actor';
import { dayOf, readDay, type Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import { holdStore } from './pool-of-store';
import { PremisesAgreementRow } from './premises-agreement.entity';
import { AGREEMENT_PATH, needPremisesAgreement } from './premises-agreement.reader';
import { storeOf } from './store.reader';

export interface EndPremisesAgreement {
  readonly agreementId: string;
  /** The first day on which it no longer holds: today or later, before it would end anyway. */
  readonly on: Day;
  readonly reason: string;
}

/**
 * Ends an agreement about a store's premises early, with a reason (A1; officers of the place). One
 * that has not begun may be ended on the day it would begin: then it never held. Refuses:
 * `ID_UNKNOWN`, `DAY_UNREADABLE`, `PREMISES_END_RANGE`, `PREMISES_ENDED`, `TEXT_LENGTH`.
 */
export async function endPremisesAgreement(
  work: UnitOfWork,
  input: EndPremisesAgreement,
): Promise<PremisesAgreementRow> {
  const named = await needPremisesAgreement(work, input.agreementId);
  const { communityId, id, validFrom, validUntil } = named;
  const place = await needPlace(work, communityId, AGREEMENT_PATH);
  authorise(work.actor, isOfficer(work.actor, place));
  const reason = readReason(input.reason, ['reason']);
  const on = readDay(input.on, ['on']);
  const today = dayOf(work.now, place.timeZone);
  const earliest = today > validFrom ? today : validFrom;
  await holdStore(work, await storeOf(work, named));
  const { endedOn } = await needPremisesAgreement(work, input.agreementId);
  if (endedOn !== null || validUntil <= today)
    throw new Refusal('PREMISES_ENDED', {}, AGREEMENT_PATH);
  if (on < earliest || on >= validUntil)
    throw new Refusal('PREMISES_END_RANGE', { earliest, latest: validUntil }, ['on']);
  const ended = {
    ...{ endedOn: on, endReason: reason },
    ...{ endedBy: work.actor.personId, endedAt: work.now },
  };
  await work.db.update(PremisesAgreementRow, { communityId, id }, ended);
  return { ...named, ...ended };
}
