import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { CouncilRow } from './council.entity';
import { holdCouncil, needCouncil } from './council.reader';
import { mayAct } from './layers';

export interface DissolveCouncil {
  readonly councilId: string;
  readonly reason: string;
}

/**
 * Dissolves a council: it sits no more from today on, and what it was stays to be read (C1; who may
 * stands in the table of layers). Refuses: `ID_UNKNOWN`, `COUNCIL_DISSOLVED`, `TEXT_LENGTH`.
 */
export async function dissolveCouncil(
  work: UnitOfWork,
  input: DissolveCouncil,
): Promise<CouncilRow> {
  const path = ['councilId'];
  const found = await needCouncil(work, input.councilId, path);
  const at = await needPlace(work, found.placeId, path);
  authorise(work.actor, mayAct(work.actor, at, 'dissolveCouncil'));
  const dissolveReason = readReason(input.reason, ['reason']);
  const council = await holdCouncil(work, found, path);
  const ended = { dissolvedBy: work.actor.personId, dissolvedAt: work.now, dissolveReason };
  await work.db.query(
    `update council set dissolved_by = $3, dissolved_at = $4, dissolve_reason = $5
     where community_id = $1 and id = $2`,
    [council.communityId, council.id, ended.dissolvedBy, work.now, dissolveReason],
  );
  await work.db.query(
    `update council_seat
     set valid_until = greatest(valid_from, $3::date), ended_because = 'dissolved',
       ended_by = $4, ended_at = $5
     where community_id = $1 and council_id = $2 and valid_until > $3 and ended_because is null`,
    [council.communityId, council.id, dayOf(work.now, at.timeZone), ended.dissolvedBy, work.now],
  );
  return { ...council, ...ended };
}
