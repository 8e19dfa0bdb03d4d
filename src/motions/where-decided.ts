import type { CouncilRow } from '../councils/council.entity';
import { councilById } from '../councils/council.reader';
import { deciderOfPool } from '../foundations/pool-decider.reader';
import { needApplication } from '../grants/application.reader';
import { dayOf } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import type { Act } from './act-of';
import { placeOfAct } from './act-place';
import { bodyFor } from './choose-body';
import { MOTION_KINDS } from './motion-kinds';

/** The body that decides something, and the place whose affair it is. */
export interface Decided {
  readonly council: CouncilRow;
  readonly at: PlaceRow;
}

/**
 * Scope chooses the body (N4): of the place whose affair the act is, and no other. Of a grant the
 * pool says which council decides. Refuses: `NO_BODY`, `ID_UNKNOWN`, `ACT_ELSEWHERE`,
 * `BEYOND_COUNCIL`, `DECIDED_BY_BOARD`.
 */
export async function whereDecided(work: UnitOfWork, asked: PlaceRow, act: Act): Promise<Decided> {
  const { body } = MOTION_KINDS[act.kind];
  if (body !== 'pool') {
    const concerned = await placeOfAct(work, act);
    if (concerned !== null && concerned !== asked.id)
      throw new Refusal('ACT_ELSEWHERE', {}, ['placeId']);
    const council = await bodyFor(work, asked, body, dayOf(work.now, asked.timeZone));
    return { council, at: asked };
  }
  const { applicationId } = act.input as { applicationId: string };
  return await bodyOfPool(work, asked, applicationId);
}

async function bodyOfPool(
  work: UnitOfWork,
  asked: PlaceRow,
  applicationId: string,
): Promise<Decided> {
  const path = ['act', 'awardGrant', 'applicationId'];
  const { communityId, poolId, submittedAt } = await needApplication(work, applicationId, path);
  const pool = { communityId, id: poolId };
  const { councilId } = await deciderOfPool(work, pool, submittedAt);
  if (councilId === null) throw new Refusal('DECIDED_BY_BOARD', {}, path);
  const [council] = await councilById.read(work.db, communityId, [councilId]);
  if (!council || council.dissolvedAt !== null)
    throw new Refusal('NO_BODY', { place: asked.name }, path);
  if (council.placeId !== asked.id) throw new Refusal('ACT_ELSEWHERE', {}, ['placeId']);
  return { council, at: asked };
}
