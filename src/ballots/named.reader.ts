import type { Batch } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import { read } from '../kernel/read';
import { markedIn } from './marks';

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Who stood aside, and why. */
export interface Recusal {
  readonly communityId: string;
  readonly unitId: string;
  readonly residentId: string;
  readonly ground: string;
  readonly recordedBy: string;
}

/** Who stood aside in ballots (owners), in the order of what they would have voted for. */
export const recusalsOf: KeysetList<Recusal> = {
  read: (db, communityId, ballotIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select community_id "communityId", unit_id "unitId", resident_id "residentId", ground,
           recorded_by "recordedBy"
         from ballot_recusal
         where community_id = $1 and ballot_id = owner.id and unit_id > $3::uuid
         order by unit_id limit $4
       ) listed order by owner.id, listed."unitId"`,
      [communityId, ballotIds, after?.[0] ?? FIRST_ID, limit],
    ),
  keyOf: ({ unitId }) => [unitId],
  parts: [ID_PART],
};

/** How many stand aside, by ballot; nothing of a ballot where nobody does. */
export const recusedCount: Batch<{ ballotId: string; recused: number }> = {
  read: (db, communityId, ballotIds) =>
    read(
      db,
      `select ballot_id "ballotId", count(*)::integer recused from ballot_recusal
       where community_id = $1 and ballot_id = any ($2) group by ballot_id`,
      [communityId, ballotIds],
    ),
  keyOf: ({ ballotId }) => ballotId,
};

/** A vote with a name on it. */
export interface NamedVote {
  readonly communityId: string;
  readonly unitId: string;
  readonly residentId: string;
  readonly choices: string[];
}

/** Who voted what in roll calls (owners) that are closed: there are no interim results. */
export const rollCallOf: KeysetList<NamedVote> = {
  read: (db, communityId, ballotIds, { after, limit }) =>
    read(
      db,
      `select ballot.id "ownerId", listed.community_id "communityId", listed.unit_id "unitId",
         listed.resident_id "residentId", 
         ${markedIn('listed.marks', 'ballot.choices')} choices
       from ballot cross join lateral (
         select * from roll_call_vote
         where community_id = $1 and ballot_id = ballot.id and unit_id > $3::uuid
         order by unit_id limit $4
       ) listed
       where ballot.community_id = $1 and ballot.id = any ($2) and ballot.closed_at is not null
       order by ballot.id, listed.unit_id`,
      [communityId, ballotIds, after?.[0] ?? FIRST_ID, limit],
    ),
  keyOf: ({ unitId }) => [unitId],
  parts: [ID_PART],
};
