import type { CouncilRow } from '../councils/council.entity';
import { holdsAbove, type Actor } from '../kernel/actor';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { isCadre } from '../society/society.policy';
import type { Tabler } from './states';

/** As whom people table motions themselves: a procedure does it for them. */
export type PersonTabler = Exclude<Tabler, 'procedure'>;

/** What is asked: may somebody table a motion as this, at a place, before a council, on a day? */
interface Asked {
  readonly at: PlaceRow;
  readonly council: CouncilRow;
  readonly day: Day;
}

const homeIn = (actor: Actor, communityId: string) =>
  actor.residences.find((own) => own.communityId === communityId)?.residentId ?? null;

const MAY: Record<PersonTabler, (work: UnitOfWork, asked: Asked) => boolean | Promise<boolean>> = {
  party_organisation: ({ actor }, { at }) =>
    holdsAbove(actor, at.lineage, 'party_organisation', 'party_secretary', 'party_member'),
  self_governing: ({ actor }, { at }) => isCadre(actor, at),
  council_member: sitsInCommunity,
  residents: async (work, { at, council, day }) =>
    (await livesAt(work, council.communityId, at, day)) !== null,
};

/** Whether somebody may table a motion as what they say they are (C1). */
export async function mayTable(work: UnitOfWork, as: PersonTabler, asked: Asked): Promise<boolean> {
  return await MAY[as](work, asked);
}

/** A member of any council of the community may table: the one that decides, or its groups'. */
async function sitsInCommunity(work: UnitOfWork, { council, day }: Asked): Promise<boolean> {
  const residentId = homeIn(work.actor, council.communityId);
  if (residentId === null) return false;
  const seats = await read(
    work.db,
    `select 1 from council_seat where community_id = $1 and resident_id = $2
       and valid_from <= $3 and valid_until > $3 limit 1`,
    [council.communityId, residentId, day],
  );
  return seats.length > 0;
}

/** As whom the actor lives at a place on a day: in it, or in a courtyard or grid of it. */
export async function livesAt(
  work: UnitOfWork,
  communityId: string,
  at: Pick<PlaceRow, 'id'>,
  day: Day,
): Promise<string | null> {
  const residentId = homeIn(work.actor, communityId);
  if (residentId === null) return null;
  const [home] = await read<{ id: string }>(
    work.db,
    `select resident.id from resident
     join household on household.community_id = $1 and household.id = resident.household_id
     left join place grid on grid.id = household.grid_id
     where resident.community_id = $1 and resident.id = $2
       and resident.moved_in <= $4 and (resident.moved_out is null or resident.moved_out > $4)
       and ($3::uuid = $1 or $3 = any (grid.lineage))`,
    [communityId, residentId, at.id, day],
  );
  return home?.id ?? null;
}
