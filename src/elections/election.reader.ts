import type { Batch, GroupBatch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ElectionBallotRow } from './election-ballot.entity';
import type { ElectionWardRow } from './election-ward.entity';
import type { ElectionRow } from './election.entity';

/** An election's columns; its table is called `election`. */
const ELECTION = `election.community_id "communityId", election.id, election.council_id "councilId",
  election.state, election.term_from "termFrom", election.vote_by "voteBy",
  election.nominations_until "nominationsUntil", election.turnout_num "turnoutNum",
  election.turnout_den "turnoutDen", election.turnout_strict "turnoutStrict",
  election.wins_num "winsNum", election.wins_den "winsDen", election.wins_strict "winsStrict",
  election.again_num "againNum", election.again_den "againDen",
  election.again_strict "againStrict", election.recall_num "recallNum",
  election.recall_den "recallDen", election.recall_strict "recallStrict",
  election.more_candidates "moreCandidates", election.self_nomination "selfNomination",
  election.supporters, election.organisations, election.called_by "calledBy",
  election.called_at "calledAt", election.term_id "termId", election.ended_by "endedBy",
  election.ended_at "endedAt", election.call_off_reason "callOffReason"`;

const WARD = `ward.community_id "communityId", ward.id, ward.election_id "electionId", ward.number,
  ward.place_id "placeId", ward.group_id "groupId", ward.seats, ward.state,
  ward.seats_from "seatsFrom", ward.seats_until "seatsUntil"`;

export const electionById: Batch<ElectionRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${ELECTION} from election
       where election.community_id = $1 and election.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

export const wardById: Batch<ElectionWardRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${WARD} from election_ward ward
       where ward.community_id = $1 and ward.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The wards of elections, in the order of their numbers; an election has 30 at most. */
export const wardsOfElection: GroupBatch<ElectionWardRow> = {
  many: true,
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${WARD} from election_ward ward
       where ward.community_id = $1 and ward.election_id = any ($2)
       order by ward.election_id, ward.number`,
      [communityId, ids],
    ),
  keyOf: ({ electionId }) => electionId,
};

/** The ballots of wards, the first first: each needs people to open it, so they are few. */
export const ballotsOfWard: GroupBatch<ElectionBallotRow> = {
  many: true,
  read: (db, communityId, ids) =>
    read(
      db,
      `select community_id "communityId", ballot_id "ballotId", ward_id "wardId", round,
         kind, seats, counted_at "countedAt"
       from election_ballot where community_id = $1 and ward_id = any ($2)
       order by ward_id, round`,
      [communityId, ids],
    ),
  keyOf: ({ wardId }) => wardId,
};

/** The elections of councils (owners), the newest first. */
export const electionsOfCouncil: KeysetList<ElectionRow> = {
  read: (db, communityId, councilIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${ELECTION} from election
         where election.community_id = $1 and election.council_id = owner.id
           and election.id < $3::uuid
         order by election.id desc limit $4
       ) listed order by owner.id, listed.id desc`,
      [communityId, councilIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/**
 * The elections of the councils of places (owners), the newest first: of a community with those of
 * its courtyards and grids, which lie fifth or lower in a lineage.
 */
export const electionsOfPlace: KeysetList<ElectionRow> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) owner (id) join place on place.id = owner.id
       cross join lateral (
         select ${ELECTION} from election
         where election.community_id = place.lineage[4] and election.id < $2::uuid
           and (place.kind = 'community' or exists (select 1 from council
             where council.community_id = place.lineage[4] and council.id = election.council_id
               and council.place_id = place.id))
         order by election.id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [placeIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

export const WARD_PATH = ['wardId'];

/** The ward that a command's input names, as it stands now; unknown: `ID_UNKNOWN`. */
export async function needWard(work: UnitOfWork, globalId: string): Promise<ElectionWardRow> {
  return await needRow(work, wardById, { type: 'ElectionWard', globalId, path: WARD_PATH });
}

/** An election that is surely there. */
export async function electionOf(
  work: UnitOfWork,
  { communityId, electionId }: { readonly communityId: string; readonly electionId: string },
): Promise<ElectionRow> {
  const [election] = await electionById.read(work.db, communityId, [electionId]);
  if (!election) throw new Error(`There is no election ${electionId}`);
  return election;
}

/**
 * Holds an election until the work is done: what belongs to it changes one at a time. One that is
 * over is refused: `ELECTION_ENDED`.
 */
export async function holdElection(
  work: UnitOfWork,
  { communityId, id }: Pick<ElectionRow, 'communityId' | 'id'>,
  path: readonly string[],
): Promise<ElectionRow> {
  await lockElection(work, { communityId, id });
  const election = await electionOf(work, { communityId, electionId: id });
  if (election.endedAt !== null) throw new Refusal('ELECTION_ENDED', {}, path);
  return election;
}

/** The same, whether it is over or not. */
export async function lockElection(
  work: UnitOfWork,
  { communityId, id }: Pick<ElectionRow, 'communityId' | 'id'>,
): Promise<void> {
  const db = await work.begin();
  await read(db, 'select 1 from election where community_id = $1 and id = $2 for no key update', [
    communityId,
    id,
  ]);
}
