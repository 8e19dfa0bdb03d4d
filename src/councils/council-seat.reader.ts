import { CITY, type Batch } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { CouncilSeatRow } from './council-seat.entity';
import type { CouncilTermRow } from './council-term.entity';

const SEAT = `seat.community_id "communityId", seat.id, seat.council_id "councilId",
  seat.term_id "termId", seat.number, seat.resident_id "residentId", seat.group_id "groupId",
  seat.valid_from "validFrom", seat.valid_until "validUntil",
  seat.ended_because "endedBecause", seat.ended_by "endedBy", seat.ended_at "endedAt"`;

const TERM = `term.community_id "communityId", term.id, term.council_id "councilId",
  term.valid_from "validFrom", term.valid_until "validUntil", term.seats,
  term.seated_by "seatedBy", term.seated_at "seatedAt"`;

export const seatById: Batch<CouncilSeatRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${SEAT} from council_seat seat where seat.community_id = $1 and seat.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

export const termById: Batch<CouncilTermRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${TERM} from council_term term where term.community_id = $1 and term.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** A council's term on a day; keys are made by `councilOn`. */
export const termOn: Batch<CouncilTermRow & { readonly key: string }> = {
  read: (db, communityId, keys) => {
    const asked = keys.map((key) => key.split(' '));
    return read(
      db,
      `select asked.key, ${TERM}
       from unnest($2::text[], $3::uuid[], $4::date[]) as asked (key, council_id, day)
       join council_term term on term.community_id = $1 and term.council_id = asked.council_id
         and term.valid_from <= asked.day and term.valid_until > asked.day`,
      [communityId, keys, asked.map(([councilId]) => councilId), asked.map(([, day]) => day)],
    );
  },
  keyOf: ({ key }) => key,
};

/** The seats of councils (owners), on a day or, where none is given, at any time. */
export const seatsOfCouncil: KeysetList<CouncilSeatRow> = {
  read: (db, communityId, councilIds, { after, limit, about }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${SEAT} from council_seat seat
         where seat.community_id = $1 and seat.council_id = owner.id and seat.id > $3::uuid
           and ($5::date is null or (seat.valid_from <= $5 and seat.valid_until > $5))
         order by seat.id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, councilIds, after?.[0] ?? CITY, limit, about === '' ? null : about],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** The seats that residents (owners) hold on a day. */
export const seatsOfResident: KeysetList<CouncilSeatRow> = {
  read: (db, communityId, residentIds, { after, limit, about: day }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${SEAT} from council_seat seat
         where seat.community_id = $1 and seat.resident_id = owner.id and seat.id > $3::uuid
           and seat.valid_from <= $5::date and seat.valid_until > $5::date
         order by seat.id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, residentIds, after?.[0] ?? CITY, limit, day],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** The seat that a command's input names, as it stands now; unknown: `ID_UNKNOWN`. */
export async function needSeat(work: UnitOfWork, globalId: string): Promise<CouncilSeatRow> {
  const path = ['seatId'];
  return await needRow(work, seatById, { type: 'CouncilSeat', globalId, path });
}
