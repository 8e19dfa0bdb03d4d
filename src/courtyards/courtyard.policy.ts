import type { Context } from '../api/context';
import { policy } from '../api/policy';
import { holds, type Actor } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { place } from '../society/place.reader';
import { isCadre, isRegistrar } from '../society/society.policy';
import type { ActivityRow } from './activity.entity';
import type { CourtyardBodyRow } from './courtyard-body.entity';
import { bodyById } from './courtyard-body.reader';

/** Whether somebody sits, today, in a council of this very place. */
export async function sitsInCouncilOf(
  work: UnitOfWork,
  { id, lineage, timeZone }: PlaceRow,
): Promise<boolean> {
  const { residences } = work.actor;
  const own = residences.find(({ communityId }) => lineage.includes(communityId));
  if (!own) return false;
  const seats: unknown[] = await work.db.query(
    `select 1 from council_seat seat
     join council on council.community_id = seat.community_id and council.id = seat.council_id
     where seat.community_id = $1 and seat.resident_id = $2 and seat.valid_from <= $4
       and seat.valid_until > $4 and council.place_id = $3 and council.dissolved_at is null
     limit 1`,
    [own.communityId, own.residentId, id, dayOf(work.now, timeZone)],
  );
  return seats.length > 0;
}

const leads = (actor: Actor, { organisationId }: CourtyardBodyRow) =>
  organisationId !== null && holds(actor, organisationId, 'leader');

/**
 * Who acts for the courtyard: the leader of the organisation that stands for it, whoever sits in
 * the council that does, and cadres of the place.
 */
export async function actsFor(
  work: UnitOfWork,
  at: PlaceRow,
  body: CourtyardBodyRow | null,
): Promise<boolean> {
  if (isCadre(work.actor, at)) return true;
  if (body === null) return false;
  if (body.organisationId !== null) return leads(work.actor, body);
  return await sitsInCouncilOf(work, at);
}

export const ACTS_FOR =
  'The leader of the organisation that stands for the courtyard, members of the council that ' +
  'does, and cadres';

async function keeps(context: Context, { communityId, bodyId, placeId }: ActivityRow) {
  if (context.actor.standings.length === 0) return false;
  const at = await place(context, placeId);
  if (at !== null && isRegistrar(context.actor, at)) return true;
  const body = await context.load(bodyById, communityId, bodyId);
  return body !== null && leads(context.actor, body);
}

/** Who took part in an activity, by name. */
export const activityKeeper = policy<ActivityRow>(
  'The leader of the organisation that held it, and who keeps the register: cadres and officers.',
  keeps,
);
