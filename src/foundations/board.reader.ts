import { CITY, type Context, type GroupBatch } from '../api/context';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { Role } from '../society/organisation.entity';
import { personById } from '../society/person.reader';

/** A seat on a foundation's board: a membership as chair or board member in force on a day. */
export interface Seat {
  /** `seatKey` of the foundation and the day. */
  readonly key: string;
  readonly personId: string;
  readonly role: Role;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
}

/** The key of a board on a day. */
export function seatKey(foundationId: string, day: Day): string {
  return `${foundationId}/${day}`;
}

/** The boards of foundations on a day, by `seatKey`: each person once, as chair if both. */
export const seatsOn: GroupBatch<Seat> = {
  many: true,
  read: (db, _city, keys) =>
    read(
      db,
      `select distinct on (asked.key, seat.person_id) asked.key, seat.person_id "personId",
         seat.role, seat.valid_from "validFrom", seat.valid_until "validUntil"
       from unnest($1::text[], $2::uuid[], $3::date[]) as asked (key, foundation_id, day)
       join membership seat on seat.organisation_id = asked.foundation_id
         and seat.role in ('chair', 'board_member') and seat.valid_from <= asked.day
         and (seat.valid_until is null or seat.valid_until > asked.day)
       order by asked.key, seat.person_id, seat.role desc`,
      [keys, keys.map((key) => key.slice(0, 36)), keys.map((key) => key.slice(37))],
    ),
  keyOf: ({ key }) => key,
};

/** A foundation's board on a day, for a request, with the members' names. */
export async function boardOn(context: Context, foundationId: string, day: Day) {
  const seats = await context.loadMany(seatsOn, CITY, seatKey(foundationId, day));
  return await Promise.all(seats.map((seat) => seated(context, seat)));
}

/** A seat as the API shows it. */
export async function seated(context: Context, seat: Seat) {
  const person = await context.load(personById, CITY, seat.personId);
  const { role, validFrom: from, validUntil: until } = seat;
  const isMe = seat.personId === context.actor.personId;
  return { name: person?.name ?? '', isMe, role, from, until };
}
