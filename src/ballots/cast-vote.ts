import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import {
  ballotById,
  needBallot,
  needSecret,
  refuseClosed,
  type KnownBallot,
} from './ballot.reader';
import type { BallotBoxRow } from './ballot-box.entity';
import { isSigned, SIGNATURE_BYTES, TOKEN_BYTES } from './blind-signature';
import { readBytes } from './bytes';
import { readMarks, type GivenMarks } from './marks';
import { boxOf, placeIn, withAt } from './in-order';

export interface CastVote extends GivenMarks {
  readonly ballotId: string;
  /** 32 random bytes that the voter's device keeps, base64url. */
  readonly token: string;
  /** Our signature under it, unblinded by the device, base64url. */
  readonly signature: string;
}

/**
 * Puts a vote into its box (whoever has a signed token, and nobody signed in: a request with a name
 * on it is refused before it is read). The same vote again is the same answer; a token votes once.
 * Refuses: `SIGNED_IN`, `ID_UNKNOWN`, `BALLOT_ROLL_CALL`, `BALLOT_CLOSED`, `CHOICE_OR_MARKS`,
 * `CHOICE_UNKNOWN`, `CHOICE_TWICE`, `MARKS_COUNT`, `TOKEN_FORGED`, `TOKEN_USED`.
 */
export async function castVote(work: UnitOfWork, input: CastVote): Promise<KnownBallot> {
  if (work.actor.kind !== 'stranger') throw new Refusal('SIGNED_IN', {}, []);
  const ballot = await needBallot(work, input.ballotId);
  const publicKey = needSecret(ballot);
  const marks = readMarks(ballot, input);
  const token = readBytes(input.token);
  if (token?.length !== TOKEN_BYTES) throw new Refusal('TOKEN_FORGED', {}, ['token']);
  const signature = readBytes(input.signature);
  const sized = signature?.length === SIGNATURE_BYTES;
  if (!sized || !isSigned(publicKey, token, signature))
    throw new Refusal('TOKEN_FORGED', {}, ['signature']);
  await putIn(work, ballot, { token, signature, marks });
  return ballot;
}

interface Vote {
  readonly token: Buffer;
  readonly signature: Buffer;
  readonly marks: number;
}

async function putIn(work: UnitOfWork, ballot: KnownBallot, vote: Vote): Promise<void> {
  const { communityId, id } = ballot;
  const key = [communityId, id, boxOf(vote.token, ballot.boxes)];
  const db = await work.begin();
  const [box] = await read<Pick<BallotBoxRow, 'tokens' | 'signatures' | 'marks'>>(
    db,
    `select tokens, signatures, marks from ballot_box
     where community_id = $1 and ballot_id = $2 and box = $3 for no key update`,
    key,
  );
  if (!box) throw new Error(`Ballot ${id} has no such box`);
  const { at, found } = placeIn(box.tokens, vote.token);
  if (found && box.marks[at] === vote.marks) return;
  if (found) throw new Refusal('TOKEN_USED', {}, ['token']);
  // Who counts holds all boxes first: what it has not seen does not come after it.
  const [now] = await ballotById.read(db, communityId, [id]);
  refuseClosed(now ?? ballot, work.now);
  await read(
    db,
    `update ballot_box set tokens = $4, signatures = $5, marks = $6
     where community_id = $1 and ballot_id = $2 and box = $3`,
    [
      ...key,
      withAt(box.tokens, at, vote.token),
      withAt(box.signatures, at, vote.signature),
      withAt(box.marks, at, vote.marks),
    ],
  );
}
