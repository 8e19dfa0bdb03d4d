import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { BallotRow } from './ballot.entity';

/** A ballot as everyone may know it: what its tokens are signed with is read where they are. */
export type KnownBallot = Omit<BallotRow, 'signingKey'>;

/** A ballot's columns; its table is called `ballot`. */
const COLUMNS = `ballot.community_id "communityId", ballot.id, ballot.kind, ballot.question, ballot.choices,
  ballot.most_marks "mostMarks", ballot.place_id "placeId", ballot.vote_by "voteBy", ballot.base,
  ballot.vacant, ballot.boxes, ballot.public_key "publicKey", ballot.opened_by "openedBy",
  ballot.opened_at "openedAt", ballot.closes_at "closesAt", ballot.closed_by "closedBy",
  ballot.closed_at "closedAt", ballot.votes, ballot.took_part "tookPart",
  ballot.paper_votes "paperVotes", ballot.quorum_num "quorumNum", ballot.quorum_den "quorumDen",
  ballot.quorum_strict "quorumStrict", ballot.passes_num "passesNum",
  ballot.passes_den "passesDen", ballot.passes_strict "passesStrict", ballot.passes_of "passesOf",
  ballot.favoured`;

export const ballotById: Batch<KnownBallot> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from ballot where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The ballot that a command's input names, as it stands now; unknown: `ID_UNKNOWN`. */
export async function needBallot(work: UnitOfWork, globalId: string): Promise<KnownBallot> {
  const path = ['ballotId'];
  return await needRow(work, ballotById, { type: 'Ballot', globalId, path });
}

/** A ballot that takes votes now; after its last moment, or once it is counted: `BALLOT_CLOSED`. */
export function refuseClosed({ closesAt, closedAt }: KnownBallot, now: Date): void {
  if (closedAt !== null || now >= closesAt) throw new Refusal('BALLOT_CLOSED', {}, ['ballotId']);
}

/** A ballot whose votes have no names on them; of a roll call: `BALLOT_ROLL_CALL`. */
export function needSecret(ballot: KnownBallot): Buffer {
  if (!ballot.publicKey) throw new Refusal('BALLOT_ROLL_CALL', {}, ['ballotId']);
  return ballot.publicKey;
}

/**
 * The ballots of places (owners), the newest first: of a community with those of its courtyards and
 * grids. In a place's lineage, the community is the fourth: city, district, street, community.
 */
export const ballotsOfPlace: KeysetList<KnownBallot> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) owner (id) join place on place.id = owner.id
       cross join lateral (
         select ${COLUMNS} from ballot
         where ballot.community_id = place.lineage[4] and ballot.id < $2::uuid
           and (place.kind = 'community' or ballot.place_id = place.id)
         order by ballot.id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [placeIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};
