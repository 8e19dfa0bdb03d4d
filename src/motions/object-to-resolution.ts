import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { ObjectionRow } from './objection.entity';
import { needResolution } from './resolution.reader';
import { refuseEnded, resolved } from './resolution-for';
import { livesAt } from './tabler';

export interface ObjectToResolution {
  readonly resolutionId: string;
  readonly text: string;
}

/**
 * A resident objects to a resolution while it is shown, once (C1, C3 step 4). It is not executed
 * until that is answered. Refuses: `ID_UNKNOWN`, `RESOLUTION_STATE`, `NOTICE_OVER`,
 * `OBJECTED_ALREADY`, `TEXT_LENGTH`.
 */
export async function objectToResolution(
  work: UnitOfWork,
  input: ObjectToResolution,
): Promise<ObjectionRow> {
  const found = await needResolution(work, input.resolutionId);
  const { communityId } = found;
  const community = await needPlace(work, communityId, ['resolutionId']);
  const day = dayOf(work.now, community.timeZone);
  const residentId = await livesAt(work, communityId, community, day);
  authorise(work.actor, residentId !== null);
  if (residentId === null) throw new Error('The system has no home here');
  const text = readReason(input.text, ['text']);
  const { resolution, today } = await resolved(work, found);
  const path = ['resolutionId'];
  refuseEnded(resolution, today);
  const { id: resolutionId, noticeUntil } = resolution;
  if (today >= noticeUntil) throw new Refusal('NOTICE_OVER', { until: noticeUntil }, path);
  const before = await work.db.existsBy(ObjectionRow, { communityId, resolutionId, residentId });
  if (before) throw new Refusal('OBJECTED_ALREADY', {}, path);
  const objection: ObjectionRow = {
    ...{ communityId, id: newId(), resolutionId, residentId, text, raisedAt: work.now },
    ...{ answer: null, upheld: null, answeredBy: null, answeredAt: null },
  };
  await work.db.insert(ObjectionRow, objection);
  return objection;
}
