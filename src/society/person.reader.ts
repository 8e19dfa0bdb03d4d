import type { EntityManager } from 'typeorm';
import { CITY, type Batch } from '../api/context';
import type { Actor } from '../kernel/actor';
import { dayOf, type Day } from '../kernel/calendar';
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

/** Roles begin and end with the day where the city is. */
const CITY_ZONE = 'Asia/Shanghai';

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

/** Who is signed in with a token at a moment, and the roles held on that day. */
interface SignedIn {
  /** The hash of the token, hexadecimal. */
  readonly key: string;
  readonly actor: Actor;
}

export async function signedInAt(
  db: EntityManager,
  keys: readonly string[],
  now: Date,
): Promise<SignedIn[]> {
  const rows: (ActorRow & { key: string })[] = await read(
    db,
    `select encode(session.token_hash, 'hex') as key, ${ACTOR}
     from session join person on person.id = session.person_id
     where session.token_hash = any ($1) and session.expires_at > $3`,
    [keys.map((key) => Buffer.from(key, 'hex')), dayOf(now, CITY_ZONE), now],
  );
  return rows.map((row) => ({ key: row.key, actor: toActor(row) }));
}

/** Who is signed in now: every request asks, and those of a moment are one statement. */
export const signedIn: Batch<SignedIn> = {
  read: (db, _city, keys) => signedInAt(db, keys, new Date()),
  keyOf: ({ key }) => key,
};
