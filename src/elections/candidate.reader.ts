import type { Batch } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import { CITY } from '../api/context';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { CandidateRow } from './candidate.entity';
import type { ElectionWardRow } from './election-ward.entity';

const CANDIDATE = `stands.community_id "communityId", stands.id, stands.election_id "electionId",
  stands.ward_id "wardId", stands.resident_id "residentId", stands.nominated_as "nominatedAs",
  stands.organisation_id "organisationId", stands.statement, stands.nominated_by "nominatedBy",
  stands.nominated_at "nominatedAt", stands.accepted_at "acceptedAt",
  stands.withdrawn_at "withdrawnAt", stands.standing, stands.votes, stands.rank`;

export const candidateById: Batch<CandidateRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${CANDIDATE} from election_candidate stands
       where stands.community_id = $1 and stands.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

export const CANDIDATE_PATH = ['candidateId'];

/** The candidate that a command's input names, as they stand now; unknown: `ID_UNKNOWN`. */
export async function needCandidate(work: UnitOfWork, globalId: string): Promise<CandidateRow> {
  return await needRow(work, candidateById, { type: 'Candidate', globalId, path: CANDIDATE_PATH });
}

/** The candidates of wards (owners), in the order of nomination. */
export const candidatesOfWard: KeysetList<CandidateRow> = {
  read: (db, communityId, wardIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${CANDIDATE} from election_candidate stands
         where stands.community_id = $1 and stands.ward_id = owner.id and stands.id > $3::uuid
         order by stands.id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, wardIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** How many residents support candidates, by candidate; nothing of who has none. */
export const supportersOf: Batch<{ candidateId: string; supporters: number }> = {
  read: (db, communityId, candidateIds) =>
    read(
      db,
      `select candidate_id "candidateId", count(*)::integer supporters from election_supporter
       where community_id = $1 and candidate_id = any ($2) group by candidate_id`,
      [communityId, candidateIds],
    ),
  keyOf: ({ candidateId }) => candidateId,
};

/** A vote can mark as many choices as there is room for. */
export const MOST_CANDIDATES = 30;

/**
 * Refuses one more who is willing to stand than a ballot of the ward can hold, while its election
 * is held: `CANDIDATES_TOO_MANY`. Else so many would stand that no ballot could be opened.
 */
export async function refuseFull(
  work: UnitOfWork,
  { communityId, wardId }: Pick<CandidateRow, 'communityId' | 'wardId'>,
  path: readonly string[],
): Promise<void> {
  const willing = await read(
    work.db,
    `select 1 from election_candidate
     where community_id = $1 and ward_id = $2
       and accepted_at is not null and withdrawn_at is null limit $3`,
    [communityId, wardId, MOST_CANDIDATES],
  );
  if (willing.length === MOST_CANDIDATES)
    throw new Refusal('CANDIDATES_TOO_MANY', { most: MOST_CANDIDATES }, path);
}

/** Somebody who stands in a ward, with the name on its ballots. */
export interface Standing extends CandidateRow {
  readonly name: string;
}

/**
 * Who stands in a ward, in the order of nomination: nominated by an organisation, by themselves, or
 * by so many residents, and willing.
 */
export async function standingIn(
  work: UnitOfWork,
  { communityId, id }: ElectionWardRow,
  supporters: number,
): Promise<Standing[]> {
  return await read(
    work.db,
    `select ${CANDIDATE}, resident.name from election_candidate stands
     join resident on resident.community_id = $1 and resident.id = stands.resident_id
     where stands.community_id = $1 and stands.ward_id = $2
       and stands.withdrawn_at is null and stands.accepted_at is not null
       and (stands.nominated_as <> 'residents' or $3 <= (select count(*)
         from election_supporter supporter where supporter.community_id = $1
           and supporter.candidate_id = stands.id))
     order by stands.id`,
    [communityId, id, supporters],
  );
}
