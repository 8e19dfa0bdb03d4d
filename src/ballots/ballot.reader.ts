import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { BallotRow } from './ballot.entity';

/** A ballot as everyone may know it: what its tokens are signed with is read where they are. */
export type KnownBallot = Omit<BallotRow, 'signingKey'>;

const COLUMNS = `community_id "communityId", id, kind, question, choices, vote_by "voteBy", base,
  vacant, boxes, public_key "publicKey", opened_by "openedBy", opened_at "openedAt",
  closes_at "closesAt", closed_by "closedBy", closed_at "closedAt", votes,
  paper_votes "paperVotes", quorum_num "quorumNum", quorum_den "quorumDen",
  quorum_strict "quorumStrict", passes_num "passesNum", passes_den "passesDen",
  passes_strict "passesStrict", passes_of "passesOf", favoured`;

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

/** The ballots of places (owners), the newest first. */
export const ballotsOfPlace: KeysetList<KnownBallot> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${COLUMNS} from ballot where community_id = owner.id and id < $2::uuid
         order by id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [placeIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};
