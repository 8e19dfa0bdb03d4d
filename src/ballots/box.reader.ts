import type { Batch } from '../api/context';
import type { KeysetList } from '../api/keyset-list';
import type { EntityManager } from 'typeorm';
import { read } from '../kernel/read';
import type { BallotBoxRow } from './ballot-box.entity';
import { boxOf, placeIn } from './in-order';
import { markedIn, markedOf } from './marks';
import type { KnownBallot } from './ballot.reader';

/** A vote as it lies in its box. */
export interface VoteRow {
  readonly token: Buffer;
  readonly signature: Buffer;
  /** The choices that are marked. */
  readonly choices: string[];
}

const TOKEN_PART = /^[0-9a-f]{64}$/;

/**
 * The votes of closed ballots (owners), in the order of their tokens, which is none of time. Boxes
 * are gone through in order (boxOf), and no more of them than a page needs.
 */
export const votesOfBallot: KeysetList<VoteRow> = {
  read: (db, communityId, ballotIds, { after, limit }) => {
    const token = Buffer.from(after?.[0] ?? '00000000', 'hex');
    return read(
      db,
      `select ballot.id "ownerId", listed.token, listed.signature,
         ${markedIn('listed.marks', 'ballot.choices')} choices
       from ballot cross join lateral (
         select box.box, vote.* from ballot_box box
         cross join lateral unnest(box.tokens, box.signatures, box.marks)
           vote (token, signature, marks)
         where box.community_id = $1 and box.ballot_id = ballot.id
           and box.box >= floor($4::float8 / 4294967296 * ballot.boxes)
           and vote.token > $3
         order by box.box, vote.token limit $5
       ) listed
       where ballot.community_id = $1 and ballot.id = any ($2) and ballot.closed_at is not null
       order by ballot.id, listed.box, listed.token`,
      [communityId, ballotIds, token, token.readUInt32BE(0), limit],
    );
  },
  keyOf: ({ token }) => [token.toString('hex')],
  parts: [TOKEN_PART],
};

/** How many have taken a token, by ballot: who voted is no secret, what they voted is. */
export const tokensTaken: Batch<{ ballotId: string; taken: number }> = {
  read: (db, communityId, ballotIds) =>
    read(
      db,
      `select ballot_id "ballotId", sum(cardinality(units))::integer taken from ballot_roll_page
       where community_id = $1 and ballot_id = any ($2) group by ballot_id`,
      [communityId, ballotIds],
    ),
  keyOf: ({ ballotId }) => ballotId,
};

/** The vote that a token was cast with, also while the ballot goes on: only its voter knows it. */
export async function voteOfToken(
  db: EntityManager,
  ballot: KnownBallot,
  token: Buffer,
): Promise<VoteRow | null> {
  const { communityId, id, boxes } = ballot;
  const [box] = await read<Pick<BallotBoxRow, 'tokens' | 'signatures' | 'marks'>>(
    db,
    `select tokens, signatures, marks from ballot_box
     where community_id = $1 and ballot_id = $2 and box = $3`,
    [communityId, id, boxOf(token, boxes)],
  );
  const { at, found } = placeIn(box?.tokens ?? [], token);
  const signature = box?.signatures[at];
  const marks = box?.marks[at];
  if (!found || !signature || marks === undefined) return null;
  return { token, signature, choices: markedOf(ballot, marks) };
}
