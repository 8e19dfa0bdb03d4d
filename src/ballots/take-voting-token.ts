import { createHash } from 'node:crypto';
import { authorise } from '../kernel/actor';
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
import { ownResidence } from './ballot.policy';
import { blindSign, type KeyPair } from './blind-signature';
import { readBytes } from './bytes';
import { refuseStanding, standingsOf } from './elector-standing';
import { withAt } from './in-order';
import { pageOf, placeOn, lineOf, type RollPage } from './roll.reader';

export interface TakeVotingToken {
  readonly ballotId: string;
  /** The token as the voter's device blinded it, base64url. */
  readonly blindedToken: string;
}

/**
 * Signs an elector's blinded token and marks the roll, once for each that votes (who stands on the
 * roll, also who has moved away since). We never see the token: the device unblinds our signature
 * and casts the vote with it later, without a name. The same blinded token is signed again for whom
 * our answer did not reach. Who stands aside or took a paper gets none.
 * Refuses: `ID_UNKNOWN`, `BALLOT_ROLL_CALL`, `NOT_ON_ROLL`, `BALLOT_CLOSED`, `TOKEN_UNREADABLE`,
 * `TOKEN_TAKEN`, `RECUSED_FROM_BALLOT`, `PAPER_TAKEN`.
 */
export async function takeVotingToken(
  work: UnitOfWork,
  input: TakeVotingToken,
): Promise<{ ballot: KnownBallot; blindSignature: Buffer }> {
  const ballot = await needBallot(work, input.ballotId);
  const elector = await lineOf(work.db, ballot, work.actor);
  authorise(work.actor, (elector ?? ownResidence(work.actor, ballot.communityId)) !== null);
  const publicKey = needSecret(ballot);
  if (!elector) throw new Refusal('NOT_ON_ROLL', {}, ['ballotId']);
  refuseClosed(ballot, work.now);
  const path = ['blindedToken'];
  const blinded = readBytes(input.blindedToken);
  if (!blinded) throw new Refusal('TOKEN_UNREADABLE', {}, path);
  const blindSignature = blindSign(await keysOf(work, ballot, publicKey), blinded);
  if (!blindSignature) throw new Refusal('TOKEN_UNREADABLE', {}, path);
  await mark(work, ballot, elector.unitId, createHash('sha256').update(blinded).digest());
  return { ballot, blindSignature };
}

/** What the ballot's tokens are signed with; once it is counted, nothing: `BALLOT_CLOSED`. */
async function keysOf(
  work: UnitOfWork,
  { communityId, id }: KnownBallot,
  publicKey: Buffer,
): Promise<KeyPair> {
  const [row] = await read<{ signingKey: Buffer | null }>(
    work.db,
    `select signing_key "signingKey" from ballot where community_id = $1 and id = $2`,
    [communityId, id],
  );
  if (!row?.signingKey) throw new Refusal('BALLOT_CLOSED', {}, ['ballotId']);
  return { publicKey, signingKey: row.signingKey };
}

/** Marks a unit on its page; once it stands there, only the same token is signed again. */
async function mark(
  work: UnitOfWork,
  ballot: KnownBallot,
  unitId: string,
  asked: Buffer,
): Promise<void> {
  const { communityId, id } = ballot;
  const key = [communityId, id, pageOf(unitId, ballot)];
  const db = await work.begin();
  const [page] = await read<RollPage>(
    db,
    `select units, asked from ballot_roll_page
     where community_id = $1 and ballot_id = $2 and page = $3 for no key update`,
    key,
  );
  if (!page) throw new Error(`Ballot ${id} has no such page`);
  const { at, found } = placeOn(page, unitId);
  if (found && page.asked[at]?.equals(asked)) return;
  if (found) throw new Refusal('TOKEN_TAKEN', {}, ['ballotId']);
  const [standing] = await standingsOf(work, ballot, [unitId]);
  refuseStanding(standing, ['ballotId']);
  // Who counts holds all pages first: what it has not seen does not come after it.
  const [now] = await ballotById.read(db, communityId, [id]);
  if (now) refuseClosed(now, work.now);
  await read(
    db,
    `update ballot_roll_page set units = $4, asked = $5
     where community_id = $1 and ballot_id = $2 and page = $3`,
    [...key, withAt(page.units, at, unitId), withAt(page.asked, at, asked)],
  );
}
