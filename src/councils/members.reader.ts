import type { GroupBatch } from '../api/context';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Member } from './composition';
import type { CouncilRow } from './council.entity';

/**
 * What a rule asks of a resident on a day: whether they live where the council sits, whether they
 * are a cadre of a residents' committee or an officer of a street office, wherever that is, and
 * whether they hold a seat in the council of a group.
 */
const factsOn = (day: string, placeId: string, groupId: string) => `
  (resident.moved_in <= ${day} and (resident.moved_out is null or resident.moved_out > ${day})
    and (${placeId} = resident.community_id or ${placeId} = any (grid.lineage))) is true "livesHere",
  exists (select 1 from membership held
    join organisation body on body.id = held.organisation_id
    where held.person_id = resident.person_id and held.valid_from <= ${day}
      and (held.valid_until is null or held.valid_until > ${day})
      and (body.kind, held.role) in
        (('residents_committee', 'cadre'), ('street_office', 'officer'))) "isCadre",
  exists (select 1 from council_seat chosen
    where chosen.community_id = $1 and chosen.council_id = ${groupId}
      and chosen.resident_id = resident.id
      and chosen.valid_from <= ${day} and chosen.valid_until > ${day}) "isOfGroup"`;

const HOME = `join household on household.community_id = $1 and household.id = resident.household_id
  left join place grid on grid.id = household.grid_id`;

/** A member on a day, of the council and the day of its key. */
export interface SittingMember extends Member {
  readonly key: string;
  readonly seatId: string;
}

/** The key of a council on a day. */
export const councilOn = (councilId: string, day: Day) => `${councilId} ${day}`;

/** Who sits in councils on a day; keys are made by `councilOn`. */
export const membersOn: GroupBatch<SittingMember> = {
  many: true,
  read: (db, communityId, keys) => {
    const asked = keys.map((key) => key.split(' '));
    return read(
      db,
      `select asked.key, seat.id "seatId", seat.resident_id "residentId", seat.group_id "groupId",
         ${factsOn('asked.day', 'council.place_id', 'seat.group_id')}
       from unnest($2::text[], $3::uuid[], $4::date[]) as asked (key, council_id, day)
       join council on council.community_id = $1 and council.id = asked.council_id
       join council_seat seat on seat.community_id = $1 and seat.council_id = asked.council_id
         and seat.valid_from <= asked.day and seat.valid_until > asked.day
       join resident on resident.community_id = $1 and resident.id = seat.resident_id
       ${HOME}
       order by asked.key, seat.id`,
      [communityId, keys, asked.map(([councilId]) => councilId), asked.map(([, day]) => day)],
    );
  },
  keyOf: ({ key }) => key,
};

/** Someone who is to sit in a council, for a group or for everybody. */
export interface Candidate {
  readonly residentId: string;
  readonly groupId: string | null;
}

/** What is known of candidates on a day, by the resident's id; of who is none here, nothing. */
export async function candidatesOn(
  work: UnitOfWork,
  { communityId, placeId }: CouncilRow,
  candidates: readonly Candidate[],
  day: Day,
): Promise<Map<string, Member>> {
  const rows = await read<Member>(
    work.db,
    `select given.resident_id "residentId", given.group_id "groupId",
       ${factsOn('$5::date', '$4::uuid', 'given.group_id')}
     from unnest($2::uuid[], $3::uuid[]) as given (resident_id, group_id)
     join resident on resident.community_id = $1 and resident.id = given.resident_id
     ${HOME}`,
    [
      communityId,
      candidates.map((each) => each.residentId),
      candidates.map((each) => each.groupId),
      placeId,
      day,
    ],
  );
  return new Map(rows.map((each) => [each.residentId, each]));
}
