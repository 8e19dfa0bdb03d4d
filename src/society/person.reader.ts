import type { EntityManager } from 'typeorm';
import { CITY, type Batch } from '../api/context';
import type { Actor } from '../kernel/actor';
import type { Day } from '../kernel/calendar';
import { cityRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PersonRow } from './person.entity';

const COLUMNS = `id, name, login, home_community_id "homeCommunityId", resident_id "residentId"`;

export const personById: Batch<PersonRow> = {
  read: (db, _city, ids) => read(db, `select ${COLUMNS} from person where id = any ($1)`, [ids]),
  keyOf: ({ id }) => id,
};

/** The person that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needPerson(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<PersonRow> {
  const [row] = await personById.read(work.db, CITY, [cityRef('Person', globalId, path)]);
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'Person' }, path);
  return row;
}

interface ActorRow {
  person_id: string;
  home_community_id: string | null;
  resident_id: string | null;
  standings: Actor['standings'] | null;
}

const ACTOR = `person.id as person_id, person.home_community_id, person.resident_id, (
    select json_agg(json_build_object(
      'organisationId', organisation.id, 'organisationKind', organisation.kind,
      'role', membership.role, 'placeId', organisation.place_id))
    from membership join organisation on organisation.id = membership.organisation_id
    where membership.person_id = person.id and membership.valid_from <= $2
      and (membership.valid_until is null or membership.valid_until > $2)
  ) as standings`;

function toActor(row: ActorRow): Actor {
  const { person_id: personId, home_community_id: communityId, resident_id: residentId } = row;
  return {
    kind: 'person',
    personId,
    standings: row.standings ?? [],
    residences: communityId && residentId ? [{ communityId, residentId }] : [],
  };
}

/** A person as an actor on a day: the roles held on it, and nothing else. Null: no such person. */
export async function actorOfPerson(
  db: EntityManager,
  personId: string,
  today: Day,
): Promise<Actor | null> {
  const rows: ActorRow[] = await read(db, `select ${ACTOR} from person where id = $1`, [
    personId,
    today,
  ]);
  return rows[0] ? toActor(rows[0]) : null;
}

/** Who is signed in with a token, with their roles: one statement per request. */
export async function actorOfSession(
  db: EntityManager,
  tokenHash: Buffer,
  today: Day,
  now: Date,
): Promise<Actor | null> {
  const rows: ActorRow[] = await read(
    db,
    `select ${ACTOR} from session join person on person.id = session.person_id
     where session.token_hash = $1 and session.expires_at > $3`,
    [tokenHash, today, now],
  );
  return rows[0] ? toActor(rows[0]) : null;
}
