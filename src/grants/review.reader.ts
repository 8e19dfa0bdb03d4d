import type { EntityManager } from 'typeorm';
import type { GroupBatch } from '../api/context';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { InterestRow } from './interest.entity';
import type { ReviewRow } from './review.entity';

const REVIEW = `community_id "communityId", application_id "applicationId", person_id "personId",
  verdict, reason, reviewed_at "reviewedAt", key, fingerprint`;

/** The votes on applications, in the order in which they were cast. */
export const reviewsOf: GroupBatch<ReviewRow> = {
  many: true,
  read: (db, communityId, applicationIds) =>
    read(
      db,
      `select ${REVIEW} from review where community_id = $1 and application_id = any ($2)
       order by application_id, reviewed_at, person_id`,
      [communityId, applicationIds],
    ),
  keyOf: ({ applicationId }) => applicationId,
};

/** The vote that a client's key cast before, if it did. */
export async function reviewByKey(
  db: EntityManager,
  communityId: string,
  key: string,
): Promise<ReviewRow | null> {
  const rows: ReviewRow[] = await read(
    db,
    `select ${REVIEW} from review where community_id = $1 and key = $2`,
    [communityId, key],
  );
  return rows[0] ?? null;
}

/** Who declared an interest in applications. */
export const interestsOf: GroupBatch<InterestRow> = {
  many: true,
  read: (db, communityId, applicationIds) =>
    read(
      db,
      `select community_id "communityId", application_id "applicationId", person_id "personId",
         reason, declared_at "declaredAt"
       from interest where community_id = $1 and application_id = any ($2)`,
      [communityId, applicationIds],
    ),
  keyOf: ({ applicationId }) => applicationId,
};

/** Someone who belonged to an organisation on some day of a period. */
export interface Belonging {
  /** `belongingKey` of the organisation and the period. */
  readonly key: string;
  readonly personId: string;
}

/** The key of an organisation's people from one day to another, both included. */
export function belongingKey(organisationId: string, from: Day, to: Day): string {
  return `${organisationId}/${from}/${to}`;
}

/** Whoever held any role in organisations on some day of a period, by `belongingKey`. */
export const belongingsDuring: GroupBatch<Belonging> = {
  many: true,
  read: (db, _city, keys) => {
    const parts = keys.map((key) => key.split('/'));
    return read(
      db,
      `select distinct asked.key, held.person_id "personId"
       from unnest($1::text[], $2::uuid[], $3::date[], $4::date[])
         as asked (key, organisation_id, from_day, to_day)
       join membership held on held.organisation_id = asked.organisation_id
         and held.valid_from <= asked.to_day
         and (held.valid_until is null
           or (held.valid_until > asked.from_day and held.valid_until > held.valid_from))`,
      [keys, ...[0, 1, 2].map((i) => parts.map((part) => part[i]))],
    );
  },
  keyOf: ({ key }) => key,
};
